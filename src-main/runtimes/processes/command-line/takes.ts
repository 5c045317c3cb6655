import type { Take } from './grammar.js';

const WASM_PAGE_BYTES = 65_536;

/** `NAME=VALUE`; a name alone is inherited from the runtime's own environment, which only it knows. */
export const environment: Take = (line, value) => {
  const equals = value.indexOf('=');
  if (equals <= 0) return false;
  line.env[value.slice(0, equals)] = value.slice(equals + 1);
  return true;
};

/** `HOST<separator>GUEST`, or one path for both. */
export function hostFirst(separator: string): Take {
  return (line, value) => {
    const [hostPath = '', guestPath = hostPath] = value.split(separator);
    return grant(line, hostPath, guestPath, false);
  };
}

/** `GUEST<separator>HOST`, or one path for both. */
export function guestFirst(separator: string): Take {
  return (line, value) => {
    const [guestPath = '', hostPath = guestPath] = value.split(separator);
    return grant(line, hostPath, guestPath, false);
  };
}

/** WasmEdge: `GUEST:HOST[:readonly]`. */
export const wasmedgeDirectory: Take = (line, value) => {
  const [guestPath = '', hostPath = guestPath, access] = value.split(':');
  return grant(line, hostPath, guestPath, access === 'readonly');
};

/** wazero: `HOST[:GUEST][:ro]`. */
export const wazeroMount: Take = (line, value) => {
  const isReadOnly = value.endsWith(':ro');
  const [hostPath = '', guestPath = hostPath] = value.replace(/:ro$/, '').split(':');
  return grant(line, hostPath, guestPath, isReadOnly);
};

/** Wasmtime's group of options `-W a=1,b=2`: taken when the memory limit is all there is. */
export const wasmtimeLimits: Take = (line, value) => {
  const parts = value.split(',');
  const limit = parts.map((part) => /^max-memory-size=(\d+)$/.exec(part)?.[1]).find(Boolean);
  if (limit === undefined) return false;
  line.memoryLimitBytes = Number(limit);
  return parts.length === 1;
};

export const pageLimit: Take = (line, value) => {
  if (!/^\d{1,6}$/.test(value)) return false;
  line.memoryLimitBytes = Number(value) * WASM_PAGE_BYTES;
  return true;
};

export const moduleOption: Take = (line, value) => {
  line.module = value;
  return true;
};

function grant(
  line: Parameters<Take>[0],
  hostPath: string,
  guestPath: string,
  readOnly: boolean,
): boolean {
  if (hostPath === '') return false;
  line.directories.push({ hostPath, guestPath: guestPath === '' ? hostPath : guestPath, readOnly });
  return true;
}
