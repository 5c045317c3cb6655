import type { Instance, Sample } from '../../src-main/contract/index.js';

const MIB = 1024 ** 2;
/** The monitor's zero of these pictures. */
export const FAKE_EPOCH_ISO = '2026-03-02T14:00:00.000Z';

/** Of a moment on the monitor's axis. */
export const isoAt = (tMs: number): string =>
  new Date(Date.parse(FAKE_EPOCH_ISO) + tMs).toISOString();

/** A sine over noise that is the same each time, with a hole and one restart. */
export function fakeSamples(instance: Instance, fromMs: number, toMs: number): Sample[] {
  const samples: Sample[] = [];
  for (let tMs = fromMs; tMs <= toMs; tMs += 1000) {
    if (tMs > 150_000 && tMs < 162_000) continue;
    samples.push(instance.kind === 'wasm' ? wasmSample(tMs) : containerSample(tMs));
  }
  return samples;
}

function noise(tMs: number): number {
  const value = Math.sin(tMs * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

function containerSample(tMs: number): Sample {
  const life = tMs < 90_000 ? tMs : tMs - 90_000;
  const used = (38 + life / 2600 + Math.sin(tMs / 9000) * 4 + noise(tMs) * 1.5) * MIB;
  return {
    tMs,
    cpuPercent: 24 + Math.sin(tMs / 11_000) * 14 + noise(tMs) * 9 + (tMs % 60_000 < 4000 ? 60 : 0),
    cpuTimeMs: life / 3,
    memory: {
      workingSetBytes: used,
      cgroupBytes: used + 22 * MIB,
      anonBytes: used * 0.82,
      rssBytes: used * 1.18,
      pssBytes: used * 1.02,
      privateDirtyBytes: used * 0.7,
      limitBytes: 128 * MIB,
    },
    pids: 7,
    rxBytes: life * 180 + Math.max(0, Math.sin(tMs / 20_000)) * 200_000,
    txBytes: life * 640,
    readBytes: Math.floor(life / 20_000) * 4 * MIB,
    writtenBytes: life * 35,
  };
}

function wasmSample(tMs: number): Sample {
  const linear = (16 + Math.floor(tMs / 30_000) * 24) * MIB;
  return {
    tMs,
    cpuPercent: 92 + noise(tMs) * 9,
    memory: {
      linearBytes: linear,
      linearMaxBytes: 256 * MIB,
      rssBytes: linear * 0.7 + 31 * MIB,
      pssBytes: linear * 0.7 + 22 * MIB,
      privateDirtyBytes: linear * 0.68,
    },
    pids: 3,
  };
}
