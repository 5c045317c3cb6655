import type { ExperimentName, ExperimentPlanInput, RuntimeInfo } from '../../contract/index.js';

const MIB = 1024 ** 2;
/** They compute as the compilers do, and take fifty times as long. */
const INTERPRETS = /^(wasmedge|wasm3|wabt|wamr)$/;

/** Of each engine and family its plain way, without those that need a page. */
const isPlain = ({ kind, id }: RuntimeInfo): boolean =>
  id !== 'browser' && (kind === 'container' || !id.includes(':'));

/** The few runs that a verdict needs; undefined where nothing is here to run them in. */
export function planFor(
  experiment: ExperimentName,
  here: readonly RuntimeInfo[],
): ExperimentPlanInput | undefined {
  const ids = (isWanted: (info: RuntimeInfo) => boolean): string[] =>
    here.filter(isWanted).map(({ id }) => id);
  const plain = ids(isPlain);
  if (plain.length === 0) return undefined;
  const once = { warmUps: 0 };
  switch (experiment) {
    case 'startup':
      return { experiment, runtimes: ids(({ id }) => id !== 'browser'), runs: 10, warmUps: 1 };
    case 'memory':
      return {
        ...{ experiment, runtimes: plain, runs: 1, ...once },
        ...{ toBytes: 64 * MIB, stepBytes: 4 * MIB, limits: { memoryBytes: 32 * MIB } },
      };
    case 'speed': {
      const compiling = ids(
        (info) => isPlain(info) && info.kind === 'wasm' && !INTERPRETS.test(info.id),
      );
      return compiling.length === 0
        ? undefined
        : { experiment, runtimes: compiling, runs: 2, ...once };
    }
    case 'density': {
      const few = [
        ...ids(({ kind }) => kind === 'container').slice(0, 1),
        ...ids(({ id }) => id === 'v8'),
      ];
      return few.length === 0
        ? undefined
        : { experiment, runtimes: few, runs: 2, instances: 8, ...once };
    }
    case 'portability':
      return {
        experiment,
        runtimes: ids((info) => isPlain(info) || info.id === 'browser'),
        runs: 5,
      };
    case 'limits':
      return { experiment, runtimes: plain, runs: 2, ...once };
  }
}
