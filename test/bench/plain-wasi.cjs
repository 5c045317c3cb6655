// What anybody would write to run a WASI command under node: the measure for the guest host.
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { WASI } = require('node:wasi');

const [file, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: [basename(file), ...args], returnOnExit: true });
const module_ = new WebAssembly.Module(readFileSync(file));
const instance = new WebAssembly.Instance(module_, wasi.getImportObject());
process.exit(wasi.start(instance));
