import type { DroppedContender, RuntimeInfo } from '../../contract/index.js';
import { LabError } from '../../contract/index.js';
import { KERNELS } from './kernels.js';
import type { Kernel } from './kernels.js';

/** The contender that is no runtime: the twin's own executable as a process of the lab, behind no wall. */
export const NATIVE = 'native';

/** One contender and one kernel: what runs interleaved. */
export interface Lane {
  runtime: string;
  kernel: Kernel;
}

export function laneId({ runtime, kernel }: Lane): string {
  return `${runtime} ${kernel.name}`;
}

/** Throws LabError `bad-request` for a kernel that there is not. */
export function kernelsOf(names: readonly string[] | undefined): readonly Kernel[] {
  const unknown = names?.find((name) => !KERNELS.some((kernel) => kernel.name === name));
  if (unknown !== undefined) {
    throw new LabError(
      'bad-request',
      `There is no kernel "${unknown}".`,
      `There are: ${KERNELS.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names === undefined ? KERNELS : KERNELS.filter(({ name }) => names.includes(name));
}

/** A runtime that cannot have a kernel is no contender: its mean would be one of other kernels. */
export function ableTo(
  runtimes: readonly RuntimeInfo[],
  kernels: readonly Kernel[],
): { able: RuntimeInfo[]; excluded: DroppedContender[] } {
  const needing = kernels.find(({ needsDirectory }) => needsDirectory === true);
  const isAble = ({ grants }: RuntimeInfo): boolean =>
    needing === undefined || grants['directories'] !== 'none';
  return {
    able: runtimes.filter(isAble),
    excluded: runtimes
      .filter((info) => !isAble(info))
      .map(({ id }) => ({
        runtime: id,
        why: `It grants no directory, which the kernel ${needing?.name ?? ''} works in: leave that kernel out to see the others.`,
        failures: [],
      })),
  };
}

export function lanesOf(
  runtimes: readonly RuntimeInfo[],
  kernels: readonly Kernel[],
  hasNative: boolean,
): Map<string, Lane> {
  const contenders = [...(hasNative ? [NATIVE] : []), ...runtimes.map(({ id }) => id)];
  const lanes = contenders.flatMap((runtime) => kernels.map((kernel) => ({ runtime, kernel })));
  return new Map(lanes.map((lane) => [laneId(lane), lane]));
}
