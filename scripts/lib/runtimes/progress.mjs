import { stripVTControlCharacters } from 'node:util';

/**
 * What a tool says, on one line of a terminal that is written over; nothing where there is no terminal.
 * @param {NodeJS.WriteStream} stream
 * @returns {{ line: (text: string) => void, end: () => void }}
 */
export function showProgress(stream) {
  if (!stream.isTTY) return { line: () => undefined, end: () => undefined };
  const clear = '\r\u001B[K';
  return {
    line: (text) => {
      // Nothing that a tool says may move the cursor.
      const plain = stripVTControlCharacters(text).replace(/\p{Cc}/gu, '');
      stream.write(`${clear}  ${plain.slice(0, Math.max(10, stream.columns - 3))}`);
    },
    end: () => void stream.write(clear),
  };
}
