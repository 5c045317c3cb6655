#!/bin/sh
# Rebuilds the component that is committed beside this file: the twin hello, made a WASI 0.2 command by the
# preview 1 adapter. Needs npm; everything is installed in a temporary folder, nothing in the project.
# The adapter inside the component is that of the Bytecode Alliance's wasmtime (Apache-2.0 WITH LLVM-exception).
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
tools="$(mktemp -d)"
trap 'rm -rf "$tools"' EXIT
cd "$tools"
npm install --silent --no-save --ignore-scripts --prefix "$tools" @bytecodealliance/jco@1.35.0
cp "$here/../workloads/bin/hello.wasm" core.wasm
node_modules/.bin/jco new core.wasm --wasi-command -o "$here/hello.component.wasm"
