/**
 * What the loader and an engine itself need of our environment; nothing else goes on, so that no
 * engine can hand on what it was not asked to. HOME is where some keep their own files.
 */
const PASSED_ON = ['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'HOME', 'USERPROFILE'];

/** Nobody colours what a program reads, and no engine looks for a newer one of itself. */
const SAID = { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', NODE_NO_WARNINGS: '1' };

export function engineEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { ...SAID };
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
