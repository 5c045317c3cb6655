// Gets the Wasm runtimes of others into the user's cache: npm run runtimes -- install NAME…|list|remove NAME…
import './lib/node-version.mjs';
import { runtimesCommand } from './lib/runtimes/command.mjs';
import { runCommand } from './lib/say.mjs';

await runCommand(() => runtimesCommand(process.argv.slice(2), process.env));
