import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import type { LabOptions } from '../../../src-main/lab/options.js';
import { V8_HOST, at } from './paths.js';

export function openLab(): Promise<Lab> {
  return createLab(labOptions());
}

export function labOptions(): LabOptions {
  return {
    resourcesDir: at('resources'),
    v8HostPath: V8_HOST,
    version: 'bench',
    shell: 'console',
    host: `Node ${process.version}`,
  };
}
