import { arch, cpus, release, totalmem } from 'node:os';
import type { Environment } from '../../contract/index.js';
import { parseCgroupMounts } from '../cgroup/mounts.js';
import { known, numberAfter, readText } from '../files/kernel-text.js';

/**
 * What every result carries with it, except for the engine, which its runtime adds. Never rejects:
 * what this machine does not tell is absent.
 */
export async function readEnvironment(labVersion: string): Promise<Environment> {
  const model = cpuModel();
  return known<Environment>({
    kernel: release(),
    cpu: model ?? (await askCpu()),
    cores: Math.max(1, cpus().length),
    memoryBytes: totalMemory(),
    cgroupVersion: cgroupVersion(readText('/proc/self/mountinfo') ?? ''),
    governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim(),
    os: osName(readText('/etc/os-release') ?? '') ?? (await askOs()),
    arch: arch(),
    labVersion,
  });
}

/** 1 when a version 1 hierarchy has memory or CPU (hybrid included), else 2 when there is a unified one. */
export function cgroupVersion(mountinfo: string): 1 | 2 | undefined {
  const mounts = parseCgroupMounts(mountinfo);
  const inUse = ['memory', 'cpuacct', 'cpu'];
  const isV1 = mounts.some(({ controllers }) => controllers.some((name) => inUse.includes(name)));
  if (isV1) return 1;
  return mounts.some(({ version }) => version === 2) ? 2 : undefined;
}

/** PRETTY_NAME of os-release(5). */
export function osName(osRelease: string): string | undefined {
  return /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(osRelease)?.[1];
}

function totalMemory(): number {
  const kilobytes = numberAfter(readText('/proc/meminfo') ?? '', 'MemTotal:');
  return kilobytes === undefined ? totalmem() : kilobytes * 1024;
}

/** Some ARM kernels name no model. */
function cpuModel(): string | undefined {
  const model = cpus()[0]?.model.trim();
  return model === undefined || model === '' || model === 'unknown' ? undefined : model;
}

async function askCpu(): Promise<string | undefined> {
  try {
    const { cpu } = await import('systeminformation');
    const { manufacturer, brand } = await cpu();
    const name = `${manufacturer} ${brand}`.trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}

async function askOs(): Promise<string> {
  try {
    const { osInfo } = await import('systeminformation');
    const { distro, release: version } = await osInfo();
    return `${distro} ${version}`.trim();
  } catch {
    return process.platform;
  }
}
