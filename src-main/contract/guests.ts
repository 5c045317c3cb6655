import * as v from 'valibot';

/**
 * What a page and the lab say to each other about guests that run in the page (runtime `browser`).
 * The lab checks that the client which speaks is the one to which the guest was given.
 */
const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'an id of 8 to 64 letters and digits'));
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The module and the standard input go to the page in one message each. */
export const MOST_MODULE_BYTES = 64 * 1024 ** 2;
export const MOST_STDIN_BYTES = 16 * 1024 ** 2;
/** Of one batch of output, before base64; a message over the WebSocket has 1 MiB at most. */
export const MOST_OUTPUT_BYTES = 512 * 1024;
export const MOST_OUTPUT_CHUNKS = 512;

/** A page that will host guests; said again when it is shown or hidden. */
export const GuestOfferSchema = v.strictObject({
  /** Made by the page when it loads. */
  hostId: id,
  /** Its engine and that one's version: `Chromium 156.0.7390.54`. */
  engine: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  visible: v.boolean(),
});
export type GuestOffer = v.InferOutput<typeof GuestOfferSchema>;

export const GuestSchema = v.strictObject({ hostId: id, guestId: id });
export type GuestAddress = v.InferOutput<typeof GuestSchema>;

export const GuestOutputSchema = v.strictObject({
  ...GuestSchema.entries,
  chunks: v.pipe(
    v.array(
      v.strictObject({
        stream: v.picklist(['stdout', 'stderr']),
        base64: v.pipe(v.string(), v.maxLength(4 * Math.ceil(MOST_OUTPUT_BYTES / 3))),
      }),
    ),
    v.maxLength(MOST_OUTPUT_CHUNKS),
  ),
});
export type GuestOutputChunk = v.InferOutput<typeof GuestOutputSchema>['chunks'][number];

const stage = v.picklist(['load', 'compile', 'instantiate', 'main']);

/** Without times: the lab takes them when an event arrives. */
export const GuestEventSchema = v.variant('event', [
  v.strictObject({ event: v.literal('stage'), stage }),
  v.strictObject({ event: v.literal('memory'), bytes: size }),
  v.strictObject({
    event: v.literal('exited'),
    /** 32 bits, as the guest gave it. */
    code: v.pipe(v.number(), v.safeInteger()),
    memoryBytes: size,
  }),
  /** Something was thrown: a trap, or a module that the engine refuses. `error` is its class name. */
  v.strictObject({
    event: v.literal('threw'),
    stage,
    error: v.pipe(v.string(), v.maxLength(100)),
    message: v.pipe(v.string(), v.maxLength(4000)),
    memoryBytes: v.optional(size),
  }),
  /** Nothing of the guest is left in the page, and all its output was handed over. */
  v.strictObject({ event: v.literal('gone') }),
]);
export type GuestEvent = v.InferOutput<typeof GuestEventSchema>;
export type GuestStage = v.InferOutput<typeof stage>;

/** What a page gets for one guest. */
export interface GuestOrder {
  /** As it is to be compiled: a memory limit is already in its bytes. */
  moduleBase64: string;
  /** The guest's argv, its own name first. */
  args: string[];
  env: Record<string, string>;
  stdinBase64?: string;
}
