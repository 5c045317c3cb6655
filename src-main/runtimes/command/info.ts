import type { LimitName, RuntimeInfo } from '../../contract/index.js';
import { describeHolders, whoHolds } from '../module/limits.js';
import type { Engine } from './engine.js';
import { holdersOf } from './holders.js';
import type { CommandParts } from './runtime.js';

const UNKNOWN: Record<LimitName, string> = {
  memory: 'none',
  cpus: 'none',
  pids: 'none',
  time: 'none',
  fuel: 'none',
};

export function commandInfo({ engine, variant, program, version }: CommandParts): RuntimeInfo {
  const { gaps = {}, notes = [] } = variant;
  return {
    id: variant.mode === undefined ? engine.id : `${engine.id}:${variant.mode}`,
    kind: 'wasm',
    name: variant.mode === undefined ? engine.name : `${engine.name} ${variant.mode}`,
    version,
    mode: variant.title,
    path: program.path,
    available: true,
    limits: describeHolders(holdersOf(variant)),
    heldBy: whoHolds(holdersOf(variant)),
    grants: {
      directories:
        gaps.directories === undefined
          ? `preopens of WASI; read-only ones: ${gaps.readOnly === undefined ? 'yes' : 'none'}`
          : 'none',
      environment: gaps.environment === undefined ? 'only the variables that are given' : 'none',
      arguments: 'as given',
      network: 'none',
      stdin: 'a file, or nothing',
    },
    notes: [...notes],
  };
}

export function absentInfo(engine: Engine, why: string): RuntimeInfo {
  return {
    id: engine.id,
    kind: 'wasm',
    name: engine.name,
    available: false,
    why,
    hint: engine.hint,
    limits: UNKNOWN,
    grants: {},
    notes: [],
  };
}
