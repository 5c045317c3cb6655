import type { Readable } from 'node:stream';
import type { HostEvent } from './host/protocol.js';

/** Calls back for every line the host writes; a line that is no event is dropped. */
export function onHostEvents(channel: Readable, onEvent: (event: HostEvent) => void): void {
  let unfinished = '';
  channel.setEncoding('utf8');
  channel.on('data', (text: string) => {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) {
      const event = parseEvent(line);
      if (event !== undefined) onEvent(event);
    }
  });
}

function parseEvent(line: string): HostEvent | undefined {
  try {
    return JSON.parse(line) as HostEvent;
  } catch {
    return undefined;
  }
}
