import type {
  Limits,
  RunDefaults,
  RunRequestInput,
  RunStatus,
} from '../../../src-main/contract/index.js';
import { joinArgs } from '../../text/args.js';
import { FIRST_VALUES } from './form-values.js';
import type { FormValues } from './form-values.js';

const SIZES = [
  { unit: 'GiB', bytes: 1024 ** 3 },
  { unit: 'MiB', bytes: 1024 ** 2 },
  { unit: 'KiB', bytes: 1024 },
];

/**
 * The fields that would start these runs again, as far as their status tells: a window that was
 * opened in the middle of a run must not offer another one as “again”.
 */
export function valuesOfRuns(runs: readonly RunStatus[]): Partial<FormValues> {
  const first = runs[0];
  if (first === undefined) return {};
  return {
    ...runs.reduce((values, { workload }) => ({ ...values, ...programOf(workload) }), {}),
    ...limitsOf(first.limits),
    lanes: runs.map(({ runtime }) => runtime),
  };
}

/**
 * The fields that mean this one run: what it leaves out has its default, so that nothing of what stood in
 * the form before gets into it. The other world's program stays.
 */
export function valuesOfRequest(request: RunRequestInput): Partial<FormValues> {
  const { runtime, workload, limits = {}, grants, privileges, periodMs = 100 } = request;
  const { env, volumes, network, stdinPath, capAdd } = FIRST_VALUES;
  return {
    ...programOf({ ...workload, args: workload.args ?? [] }),
    ...limitsOf(limits),
    period: exactTime(periodMs),
    env:
      grants === undefined
        ? env
        : lines(Object.entries(grants.env), ([name, text]) => `${name}=${text}`),
    volumes:
      grants === undefined
        ? volumes
        : lines(
            grants.volumes,
            ({ hostPath, guestPath, readOnly }) =>
              `${hostPath}:${guestPath}${readOnly ? ':ro' : ''}`,
          ),
    network: grants?.network ?? network,
    stdinPath: grants?.stdinPath ?? stdinPath,
    capAdd: privileges?.capAdd.join(' ') ?? capAdd,
    readOnlyRoot: privileges?.readOnlyRoot ?? FIRST_VALUES.readOnlyRoot,
    noNewPrivileges: privileges?.noNewPrivileges ?? FIRST_VALUES.noNewPrivileges,
    seccomp: privileges?.seccomp ?? FIRST_VALUES.seccomp,
    lanes: [runtime],
  };
}

/** The fields that settings have a say in. */
export function valuesOfDefaults({
  limits,
  periodMs,
}: RunDefaults): LimitTexts & { period: string } {
  return { ...limitsOf(limits), period: exactTime(periodMs) };
}

function lines<T>(items: readonly T[], text: (item: T) => string): string {
  return items.map(text).join('\n');
}

function programOf({ kind, ref, args }: RunStatus['workload']): Partial<FormValues> {
  const text = joinArgs(args);
  switch (kind) {
    case 'twin':
      return { program: 'twin', twin: ref, twinArgs: text };
    case 'image':
      return { program: 'own', image: ref, imageArgs: text };
    case 'module':
      return { program: 'own', modulePath: ref, moduleArgs: text };
  }
}

type LimitTexts = Pick<FormValues, 'memory' | 'cpus' | 'time' | 'pids' | 'fuel'>;

function limitsOf(limits: Limits): LimitTexts {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    memory: limits.memoryBytes === undefined ? '' : exactSize(limits.memoryBytes),
    cpus: text(limits.cpus),
    time: limits.timeoutMs === undefined ? '' : exactTime(limits.timeoutMs),
    pids: text(limits.pids),
    fuel: text(limits.fuel),
  };
}

/** In the largest unit that loses nothing. */
export function exactSize(bytes: number): string {
  const fit = SIZES.find((size) => bytes % size.bytes === 0);
  return fit === undefined ? `${String(bytes)} B` : `${String(bytes / fit.bytes)} ${fit.unit}`;
}

function exactTime(ms: number): string {
  return ms % 1000 === 0 ? `${String(ms / 1000)} s` : `${String(ms)} ms`;
}
