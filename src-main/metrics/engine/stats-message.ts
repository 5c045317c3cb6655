import * as v from 'valibot';

/** A part that is missing, null or of another type is absent; it never spoils the rest of the message. */
const count = v.fallback(v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))), undefined);
const lenient = <T extends v.ObjectEntries>(
  entries: T,
): v.SchemaWithFallback<v.OptionalSchema<v.ObjectSchema<T, undefined>, undefined>, undefined> =>
  v.fallback(v.optional(v.object(entries)), undefined);

/**
 * One message of `GET /containers/{id}/stats` (Docker Engine API, ContainerStats), as Docker sends it
 * under cgroup v1 and v2 and as Podman's compatible service does.
 */
export const StatsMessageSchema = v.object({
  read: v.fallback(v.optional(v.string()), undefined),
  pids_stats: lenient({ current: count }),
  blkio_stats: lenient({
    io_service_bytes_recursive: v.fallback(
      v.nullish(v.array(v.object({ op: v.string(), value: v.number() }))),
      undefined,
    ),
  }),
  cpu_stats: lenient({ cpu_usage: lenient({ total_usage: count }) }),
  memory_stats: lenient({
    usage: count,
    max_usage: count,
    limit: count,
    stats: lenient({
      total_inactive_file: count,
      total_rss: count,
      hierarchical_memory_limit: count,
      inactive_file: count,
      anon: count,
    }),
  }),
  networks: v.fallback(
    v.nullish(v.record(v.string(), v.object({ rx_bytes: v.number(), tx_bytes: v.number() }))),
    undefined,
  ),
});
export type StatsMessage = v.InferOutput<typeof StatsMessageSchema>;
