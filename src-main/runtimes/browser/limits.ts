import type { ModuleProfile } from '../../isolation/module/index.js';
import { LAB_HOLDERS, severalMemories } from '../module/limits.js';
import type { Holders } from '../module/limits.js';

export const BROWSER_HOLDERS: Holders = {
  ...LAB_HOLDERS,
  memory: {
    by: 'module-maximum',
    how: "the module's own maximum is lowered to it before the page gets the bytes",
    unless: cannotBeLowered,
  },
  cpus: { none: 'a worker is a thread among others of the page, and no cgroup holds it alone' },
  time: { by: 'lab-kill', how: 'the page terminates the worker' },
};

function cannotBeLowered(profile: ModuleProfile): string | undefined {
  const has64Bit = profile.memories.some(({ is64Bit }) => is64Bit);
  return has64Bit ? 'its memory is 64-bit' : severalMemories(profile);
}
