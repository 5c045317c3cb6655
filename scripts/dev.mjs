// The window with hot reload: npm run dev
import './lib/node-version.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { electronEnv, windowEnv } from './lib/electron.mjs';
import { show } from './lib/processes.mjs';
import { runCommand, Stop } from './lib/say.mjs';
import { tool } from './lib/tools.mjs';
import { windowHere } from './lib/window.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const here = await windowHere();
  if ('why' in here) throw new Stop(here.why, here.hint);
  const flags = here.flags.length === 0 ? [] : ['--noSandbox'];
  return show([...tool('electron-vite'), 'dev', '--watch', ...flags], {
    env: { ...windowEnv(process.env), ...electronEnv(here.electron) },
  });
});
