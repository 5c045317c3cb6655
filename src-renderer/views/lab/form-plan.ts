import type {
  Grants,
  Limits,
  RequestParams,
  RuntimeInfo,
  RuntimeKind,
  RunRequestInput,
} from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { splitArgs } from '../../text/args.js';
import { MOST_LANES } from './form-values.js';
import type { FieldName, FormValues } from './form-values.js';
import {
  readCapabilities,
  readCount,
  readCpus,
  readEnv,
  readSize,
  readTime,
  readVolumes,
} from '../../text/read-fields.js';
import type { Read } from '../../text/read-fields.js';

export type FieldErrors = Partial<Record<FieldName, string>>;

/** What the fields mean: the request to send, or why there is none yet. */
export interface Plan {
  request?: RequestParams<'comparisons.start'>;
  limits: Limits;
  errors: FieldErrors;
}

type Workload = RunRequestInput['workload'];

/** Pure: the same texts and runtimes give the same plan. */
export function planRun(values: FormValues, runtimes: readonly RuntimeInfo[]): Plan {
  const errors: FieldErrors = {};
  const take = <T>(field: FieldName, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value;
    errors[field] = read.error;
    return undefined;
  };
  const limits = readLimits(values, take);
  const kinds = new Map(runtimes.map(({ id, kind }) => [id, kind]));
  const used = new Set(values.lanes.map((lane) => kinds.get(lane)));
  const workloads = readWorkloads(values, used, errors);
  const grants = readGrants(values, take);
  const common = {
    limits,
    privileges: readPrivileges(values, take),
    periodMs: take('period', readTime(values.period, 20, 60_000, '20 ms and 60 s')) ?? 100,
    bestEffort: true,
  };
  if (values.lanes.length === 0) errors.lanes = t('Choose at least one runtime.');
  if (values.lanes.length > MOST_LANES)
    errors.lanes = t('{{number}} lanes at most.', { number: MOST_LANES });
  if (Object.keys(errors).length > 0) return { limits, errors };
  const lanes = values.lanes.map((runtime) => ({
    runtime,
    workload: workloads[kinds.get(runtime) ?? 'wasm'],
    grants: grantsFor(
      runtimes.find(({ id }) => id === runtime),
      grants,
    ),
    ...common,
  }));
  return { limits, errors, request: { lanes } };
}

type Take = <T>(field: FieldName, read: Read<T>) => T | undefined;

function readLimits(values: FormValues, take: Take): Limits {
  const memoryBytes = take('memory', readSize(values.memory));
  const cpus = take('cpus', readCpus(values.cpus));
  const pids = take('pids', readCount(values.pids));
  const timeoutMs = take('time', readTime(values.time, 1, 86_400_000, '1 ms and 24 h'));
  const fuel = take('fuel', readCount(values.fuel));
  return {
    ...(memoryBytes !== undefined && { memoryBytes }),
    ...(cpus !== undefined && { cpus }),
    ...(pids !== undefined && { pids }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(fuel !== undefined && { fuel }),
  };
}

function readGrants(values: FormValues, take: Take): Grants {
  const stdinPath = values.stdinPath.trim();
  return {
    env: take('env', readEnv(values.env)) ?? {},
    volumes: take('volumes', readVolumes(values.volumes)) ?? [],
    network: values.network.trim() === '' ? 'none' : values.network.trim(),
    ...(stdinPath !== '' && { stdinPath }),
  };
}

/** Only what the runtime can be granted: the forecast has said that the rest is left out. */
function grantsFor(runtime: RuntimeInfo | undefined, grants: Grants): Grants {
  const can = (grant: string): boolean => runtime?.grants[grant] !== 'none';
  const { stdinPath } = grants;
  return {
    env: can('environment') ? grants.env : {},
    volumes: can('directories') ? grants.volumes : [],
    network: can('network') ? grants.network : 'none',
    ...(stdinPath !== undefined && can('stdin') && { stdinPath }),
  };
}

function readPrivileges(values: FormValues, take: Take) {
  return {
    capAdd: take('capAdd', readCapabilities(values.capAdd)) ?? [],
    readOnlyRoot: values.readOnlyRoot,
    noNewPrivileges: values.noNewPrivileges,
    seccomp: values.seccomp,
  };
}

function readWorkloads(
  values: FormValues,
  used: ReadonlySet<RuntimeKind | undefined>,
  errors: FieldErrors,
): Record<RuntimeKind, Workload> {
  if (values.program === 'twin') {
    const args = readArgs('twinArgs', values.twinArgs, errors);
    const twin: Workload = { kind: 'twin', ref: values.twin, args };
    if (values.twin === '') errors.twin = t('Choose a program.');
    return { container: twin, wasm: twin };
  }
  const image = values.image.trim();
  const modulePath = values.modulePath.trim();
  if (used.has('container') && image === '') errors.image = t('The container lanes need an image.');
  if (used.has('wasm') && modulePath === '') errors.modulePath = t('The Wasm lanes need a module.');
  return {
    container: {
      kind: 'image',
      ref: image,
      args: used.has('container') ? readArgs('imageArgs', values.imageArgs, errors) : [],
    },
    wasm: {
      kind: 'module',
      ref: modulePath,
      args: used.has('wasm') ? readArgs('moduleArgs', values.moduleArgs, errors) : [],
    },
  };
}

function readArgs(field: FieldName, text: string, errors: FieldErrors): string[] {
  const split = splitArgs(text);
  if ('args' in split) return split.args;
  errors[field] = split.error;
  return [];
}
