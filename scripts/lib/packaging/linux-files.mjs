/** The small files around the app on Linux, as text. */

export const APP_FOLDER = '/opt/paralelo';

const SHEBANG = `#!/bin/sh
# The lab without a window: Paralelo's own Electron, as a plain Node.
`;
/** @param {string} folder in the shell's words */
const runFrom = (folder) =>
  `ELECTRON_RUN_AS_NODE=1 exec "${folder}/paralelo" "${folder}/resources/app.asar/out/main/cli.cjs" "$@"\n`;

/** For PATH. */
export function wrapperScript() {
  return `${SHEBANG}${runFrom(APP_FOLDER)}`;
}

/** Of the archive that is unpacked anywhere, also behind a link to it. */
export function movableWrapperScript() {
  return `${SHEBANG}here=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")/app\n${runFrom('$here')}`;
}

/** Open With offers it for modules; a second launch opens the module in the process that is there. */
export function desktopEntry() {
  return `[Desktop Entry]
Type=Application
Version=1.1
Name=Paralelo
GenericName=Container and WebAssembly lab
GenericName[pt_BR]=Laboratório de contêineres e WebAssembly
Comment=The same program as a container and as a WebAssembly module, side by side
Comment[pt_BR]=O mesmo programa como contêiner e como módulo WebAssembly, lado a lado
Exec=${APP_FOLDER}/paralelo %f
Icon=paralelo
Terminal=false
Categories=Development;System;Monitor;
Keywords=container;docker;podman;wasm;webassembly;benchmark;
MimeType=application/wasm;
StartupWMClass=Paralelo
StartupNotify=true
`;
}

export function mimePackage() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/wasm">
    <comment>WebAssembly module</comment>
    <comment xml:lang="pt_BR">módulo WebAssembly</comment>
    <magic priority="50"><match type="string" value="\\000asm" offset="0"/></magic>
    <glob pattern="*.wasm"/>
  </mime-type>
</mime-info>
`;
}
