// From a fresh clone to the window: npm start [-- --serve] [-- ARGUMENTS of Electron, or of `paralelo serve`]
import './lib/node-version.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { windowEnv } from './lib/electron.mjs';
import { ROOT } from './lib/paths.mjs';
import { show } from './lib/processes.mjs';
import { runCommand, say } from './lib/say.mjs';
import { serve } from './lib/serve.mjs';
import { windowHere } from './lib/window.mjs';

/** A shell's exit code of a program that was ended from outside is 128 and the signal's number. */
const SIGNALLED = 128;

await runCommand(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  await ensureBuild();
  if (args.includes('--serve')) return serve(args.filter((arg) => arg !== '--serve'));

  const here = await windowHere();
  if ('why' in here) {
    say(
      `${here.why}\nServing the same page to a browser of this machine instead. For a window: ${here.hint}`,
    );
    return serve(args);
  }
  say('Opening the window.');
  const code = await show([here.electron.binary, ...here.flags, ROOT, ...args], {
    env: windowEnv(process.env),
  });
  if (code !== 0 && code < SIGNALLED) {
    say(
      `Electron ended with ${code}. What to do: "npm start -- --serve" opens the same in a browser.`,
    );
  }
  return code;
});
