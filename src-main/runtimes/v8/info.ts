import type { RuntimeInfo } from '../../contract/index.js';
import { describeHolders, whoHolds } from '../module/limits.js';
import { v8Holders } from './limits.js';
import type { HostProgram } from './program.js';

export function v8RuntimeInfo(program: HostProgram, isHostBuilt: boolean): RuntimeInfo {
  const inside =
    program.electronVersion === undefined
      ? `Node ${program.nodeVersion}`
      : `Electron ${program.electronVersion} as Node ${program.nodeVersion}`;
  return {
    id: 'v8',
    kind: 'wasm',
    name: 'V8',
    version: program.v8Version,
    available: isHostBuilt,
    ...(isHostBuilt
      ? {}
      : { why: 'The guest host is not built: run `npm run build` in the checkout.' }),
    limits: describeHolders(v8Holders()),
    heldBy: whoHolds(v8Holders()),
    grants: {
      directories:
        'preopens of WASI; read-only ones by refusing the calls that change something (EROFS)',
      environment: 'only the variables that are given',
      arguments: 'as given',
      network: 'none',
      stdin: 'a file, or nothing',
    },
    notes: [
      `Each guest runs in a process of its own (${inside}), which the lab can kill at any time.`,
      'node:wasi follows symbolic links out of a granted directory, also those that the guest makes: do not grant one to a module you do not trust.',
      'The memory limit holds the linear memory; the host process needs about 40 to 60 MiB beside it, and tables are not counted.',
      'V8 compiles functions at their first call: the compile phase does not include them.',
    ],
  };
}
