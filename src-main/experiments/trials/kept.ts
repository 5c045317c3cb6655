/**
 * What a run came to as text that is kept after each one, and back. Bytes are left out (what a program printed may be
 * a megabyte, in every run); their hashes and sizes stand beside them.
 */
export function toKept(value: unknown): string {
  // A Buffer would have turned itself into numbers by the time it is handed over.
  return JSON.stringify(value, function (this: Record<string, unknown>, key, seen: unknown) {
    const part = key === '' ? seen : this[key];
    if (part instanceof Map) return { keptMap: [...(part as Map<unknown, unknown>)] };
    return ArrayBuffer.isView(part) ? KEPT_BYTES : part;
  });
}

export function fromKept(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    if ('keptMap' in part) return new Map(part.keptMap as [unknown, unknown][]);
    return 'keptBytes' in part ? new Uint8Array() : part;
  });
}

const KEPT_BYTES = { keptBytes: 'left out' };
