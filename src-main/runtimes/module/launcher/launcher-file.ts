import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Go's name of this machine's architecture, as what comes ready-built is named by. */
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/** The launcher of guests below `resourcesDir`. Undefined where there is none for this machine. */
export function launcherFile(resourcesDir: string): string | undefined {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || architecture === undefined) return undefined;
  const path = join(resourcesDir, `launcher/bin/launcher.linux-${architecture}`);
  return existsSync(path) ? path : undefined;
}
