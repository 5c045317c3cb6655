/** The engine's streams (stats, events, progress): one JSON document a line. A line that is not JSON is passed over. */
export async function* jsonLines(stream: AsyncIterable<unknown>): AsyncGenerator {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const value = parse(line);
      if (value !== undefined) yield value;
    }
  }
  const value = parse(rest);
  if (value !== undefined) yield value;
}

function parse(line: string): unknown {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
