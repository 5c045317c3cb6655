/**
 * The one error that crosses a boundary: what happened (`message`), and what to do next (`hint`).
 * The code is stable and for programs; the exit code is that of CLI.md's list.
 */
export const ERROR_EXIT_CODES = {
  'bad-request': 2,
  'unknown-request': 2,
  'unknown-runtime': 2,
  'unknown-twin': 2,
  'unknown-run': 2,
  'limit-not-enforced': 2,
  'limit-too-low': 2,
  'grant-not-possible': 2,
  'too-few-lanes': 2,
  'twin-damaged': 125,
  'runtime-not-here': 125,
  'engine-unreachable': 125,
  'engine-permission': 125,
  'engine-refused': 125,
  'engine-lost': 125,
  'host-failed': 125,
  'not-a-module': 126,
  'is-a-component': 126,
  'missing-import': 126,
  'wrong-architecture': 126,
  'not-executable': 126,
  'image-not-found': 127,
  'not-an-image': 126,
  'command-not-found': 127,
  'file-not-found': 127,
  'not-supported-here': 125,
  'port-not-free': 125,
  'connection-lost': 125,
  'no-path-setting': 2,
  'unknown-instance': 2,
  'unknown-experiment': 2,
  'too-many-experiments': 2,
  'instance-protected': 2,
  'action-not-possible': 2,
  'action-failed': 125,
  'no-logs': 125,
  'settings-damaged': 125,
  'settings-not-read': 125,
  'settings-not-written': 125,
  'unknown-entry': 2,
  'still-recording': 2,
  'record-damaged': 125,
  'store-damaged': 125,
  'store-migrated': 125,
  'store-newer': 125,
  'store-not-opened': 125,
  'store-not-written': 125,
  'store-off': 125,
  'store-not-copied': 125,
  'folder-not-fit': 2,
  'folder-not-chosen': 125,
  'not-exportable': 2,
  'export-too-large': 2,
  'not-a-bundle': 2,
  'bundle-damaged': 125,
  'bundle-too-large': 2,
  'bundle-newer': 125,
  'result-not-written': 125,
  'output-not-written': 125,
  internal: 125,
} as const;

export type ErrorCode = keyof typeof ERROR_EXIT_CODES;

export interface WireError {
  code: ErrorCode;
  message: string;
  hint: string;
}

/** Thrown inside either side; `hint` is a sentence that says what to do next. */
export class LabError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LabError';
  }

  get exitCode(): number {
    return ERROR_EXIT_CODES[this.code];
  }
}

/** Any thrown value as the object that crosses. An error that is not ours stays visible as `internal`. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof LabError) {
    return { code: thrown.code, message: thrown.message, hint: thrown.hint };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'internal',
    message: `Paralelo failed where it should not have: ${message}`,
    hint: 'Run it again; if it repeats, report it with this message.',
  };
}

export function fromWireError(wire: WireError): LabError {
  return new LabError(wire.code, wire.message, wire.hint);
}
