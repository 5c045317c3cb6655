import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { V8_HOST, at } from './paths.js';

export function openLab(): Promise<Lab> {
  return createLab({
    resourcesDir: at('resources'),
    v8HostPath: V8_HOST,
    version: 'bench',
    shell: 'console',
    host: `Node ${process.version}`,
  });
}
