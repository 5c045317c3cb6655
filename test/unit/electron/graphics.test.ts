import { expect, it, vi } from 'vitest';
import { drawWithoutCard } from '../../../src-main/electron/graphics.js';

const NOWHERE = ['/dev/no-such-card'];

it.each([
  { says: 'is given up on Linux without one', platform: 'linux', devices: NOWHERE, times: 1 },
  { says: 'is used on Linux', platform: 'linux', devices: [...NOWHERE, '/dev/null'], times: 0 },
  { says: 'is looked for on macOS', platform: 'darwin', devices: NOWHERE, times: 0 },
  { says: 'is looked for on Windows', platform: 'win32', devices: NOWHERE, times: 0 },
] as const)('a graphics card $says', ({ platform, devices, times }) => {
  const disableHardwareAcceleration = vi.fn();
  drawWithoutCard({ disableHardwareAcceleration }, { platform, devices: [...devices] });
  expect(disableHardwareAcceleration).toHaveBeenCalledTimes(times);
});
