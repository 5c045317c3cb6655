// Packed as default_app.asar into the compatibility runtime, whose package came without one: what makes
// `electron [-r MODULE] APP_PATH` start an app. Electron's own does more; this is what we and Playwright need.
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const { preloads, appPath } = readCommandLine(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

if (appPath === undefined) {
  console.error('usage: electron [-r MODULE] APP_PATH');
  app.exit(2);
} else {
  for (const preload of preloads) require(resolve(preload));
  start(resolve(appPath));
}

function readCommandLine(args) {
  const found = { preloads: [], appPath: undefined };
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '-r' || args[index] === '--require') {
      index += 1;
      found.preloads.push(args[index]);
    } else if (!args[index].startsWith('-')) {
      found.appPath = args[index];
      break;
    }
  }
  return found;
}

function start(path) {
  const isFolder = statSync(path).isDirectory();
  const manifest = isFolder ? JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) : {};
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  if (isFolder) app.setAppPath(path);
  Module._load(isFolder ? join(path, manifest.main ?? 'index.js') : path, null, true);
}
