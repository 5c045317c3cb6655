import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Tls {
  /** Who signs the engine's certificate; the machine's own authorities when absent. */
  ca?: Buffer;
  cert?: Buffer;
  key?: Buffer;
  /** The context says so: then anybody may answer in the engine's place. */
  skipVerify?: boolean;
}

export interface DockerContext {
  name: string;
  host: string;
  tls?: Tls;
}

type Env = Readonly<Record<string, string | undefined>>;

const ConfigSchema = v.object({ currentContext: v.optional(v.string()) });
/** `contexts/meta/<sha256 of the name>/meta.json`, as `docker context create` writes it. */
const MetaSchema = v.object({
  Endpoints: v.object({
    docker: v.object({
      Host: v.pipe(v.string(), v.minLength(1)),
      SkipTLSVerify: v.optional(v.boolean()),
    }),
  }),
});

export function dockerConfigDir(env: Env): string {
  const { DOCKER_CONFIG } = env;
  return DOCKER_CONFIG === undefined || DOCKER_CONFIG === ''
    ? join(env['HOME'] ?? homedir(), '.docker')
    : DOCKER_CONFIG;
}

/** The name of the context in use, or undefined for the built-in `default`. */
export function currentContextName(env: Env): string | undefined {
  const chosen =
    env['DOCKER_CONTEXT'] ??
    parseJson(ConfigSchema, join(dockerConfigDir(env), 'config.json'))?.currentContext;
  return chosen === undefined || chosen === '' || chosen === 'default' ? undefined : chosen;
}

/** Undefined when the context is not there or is not for a docker engine. */
export function readContext(name: string, env: Env): DockerContext | undefined {
  const id = createHash('sha256').update(name).digest('hex');
  const contexts = join(dockerConfigDir(env), 'contexts');
  const meta = parseJson(MetaSchema, join(contexts, 'meta', id, 'meta.json'));
  if (meta === undefined) return undefined;
  const { Host: host, SkipTLSVerify: skipVerify = false } = meta.Endpoints.docker;
  const files = readTls(join(contexts, 'tls', id, 'docker'));
  const tls = skipVerify ? { ...files, skipVerify } : files;
  return { name, host, ...(tls === undefined ? {} : { tls }) };
}

/** The files of a TLS client in a folder, all optional; undefined when there is none. */
export function readTls(folder: string): Tls | undefined {
  const tls: Tls = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    const file = readIfThere(join(folder, `${name}.pem`));
    if (file !== undefined) tls[name] = file;
  }
  return Object.keys(tls).length === 0 ? undefined : tls;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function parseJson<S extends v.GenericSchema>(schema: S, path: string) {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
