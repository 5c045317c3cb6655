import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Tls {
  ca: Buffer;
  cert: Buffer;
  key: Buffer;
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
  Endpoints: v.object({ docker: v.object({ Host: v.pipe(v.string(), v.minLength(1)) }) }),
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
  const tls = readTls(join(contexts, 'tls', id, 'docker'));
  return { name, host: meta.Endpoints.docker.Host, ...(tls === undefined ? {} : { tls }) };
}

/** The three files of a TLS client in a folder; undefined unless all can be read. */
export function readTls(folder: string): Tls | undefined {
  try {
    const read = (name: string) => readFileSync(join(folder, `${name}.pem`));
    return { ca: read('ca'), cert: read('cert'), key: read('key') };
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
