import type { Grants, OwnProgram } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import { splitArgs } from '../../../text/args.js';
import { readEnv, readVolumes } from '../../../text/read-fields.js';
import type { Read } from '../../../text/read-fields.js';

/** A program of the user's own, as it is typed; all empty: the twin of the experiment. */
export const NO_PROGRAM = {
  ...{ image: '', imageArgs: '', module: '', moduleArgs: '', ignore: '' },
  ...{ volumes: '', env: '', stdinPath: '', network: '' },
};
export type ProgramField = keyof typeof NO_PROGRAM;
export type ProgramTexts = Record<ProgramField, string>;

type Errors = Partial<Record<ProgramField | 'runtimes', string>>;

/** Undefined where none is given. What does not fit is put into `errors`. */
export function readProgram(
  texts: ProgramTexts,
  runtimes: readonly string[],
  errors: Errors,
): OwnProgram | undefined {
  const [image, module, ignore] = [texts.image.trim(), texts.module.trim(), texts.ignore];
  if (image === '' && module === '') {
    if (ignore !== '') errors.ignore = t('It belongs to a program of your own.');
    return undefined;
  }
  const isContainer = (id: string): boolean => /^(docker|podman):/.test(id);
  if (image === '' && runtimes.some(isContainer)) {
    errors.image = t('The chosen containers need one.');
  }
  if (module === '' && !runtimes.every(isContainer)) {
    errors.module = t('The chosen Wasm runtimes need one.');
  }
  if (ignore !== '' && !isExpression(ignore)) errors.ignore = t('A regular expression.');
  return {
    ...(image !== '' && { image: { ref: image, args: words('imageArgs', texts, errors) } }),
    ...(module !== '' && { module: { ref: module, args: words('moduleArgs', texts, errors) } }),
    ...(ignore !== '' && { ignore }),
  };
}

/** What it may reach; undefined where that is nothing. What does not fit is put into `errors`. */
export function readGrants(texts: ProgramTexts, errors: Errors): Grants | undefined {
  const [volumes, env] = [readVolumes(texts.volumes), readEnv(texts.env)];
  const [stdinPath, network] = [texts.stdinPath.trim(), texts.network.trim()];
  const fields = [texts.volumes, texts.env, stdinPath, network];
  if (fields.every((text) => text.trim() === '')) return undefined;
  return {
    env: taken('env', env, errors) ?? {},
    volumes: taken('volumes', volumes, errors) ?? [],
    network: network === '' ? 'none' : network,
    ...(stdinPath !== '' && { stdinPath }),
  };
}

function taken<T>(field: ProgramField, read: Read<T>, errors: Errors): T | undefined {
  if ('value' in read) return read.value;
  errors[field] = read.error;
  return undefined;
}

function words(field: 'imageArgs' | 'moduleArgs', texts: ProgramTexts, errors: Errors): string[] {
  const split = splitArgs(texts[field]);
  if ('args' in split) return split.args;
  errors[field] = split.error;
  return [];
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'gm') instanceof RegExp;
  } catch {
    return false;
  }
}
