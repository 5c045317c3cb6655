import type { Environment } from '../../contract/index.js';

export function describeMachine(environment: Environment): string {
  const { labVersion, os, kernel, arch, cpu, cores, cgroupVersion } = environment;
  const parts = [
    `Paralelo ${labVersion}`,
    os,
    `kernel ${kernel}`,
    cgroupVersion === undefined ? undefined : `cgroup v${cgroupVersion}`,
    arch,
    cpu,
    `${cores} cores`,
  ];
  return `${parts.filter((part) => part !== undefined).join(', ')}.`;
}
