import { existsSync } from 'node:fs';
import type { App } from 'electron';

/** Of the kernel's own drivers, of NVIDIA's, and of WSL. */
const DEVICES = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg'];

/**
 * Where there is no graphics card, Chromium draws without one, but only after one to three processes that were to use it
 * have failed, for which the page waits. Before the app is ready.
 */
export function drawWithoutCard(
  app: Pick<App, 'disableHardwareAcceleration'>,
  { platform = process.platform, devices = DEVICES } = {},
): void {
  if (platform !== 'linux' || devices.some((path) => existsSync(path))) return;
  app.disableHardwareAcceleration();
}
