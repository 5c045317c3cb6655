// Builds and remembers from which sources, so that `npm start` need not build again.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { runCommand, say } from './lib/say.mjs';

await runCommand(async () => {
  say(await build());
  return 0;
});
