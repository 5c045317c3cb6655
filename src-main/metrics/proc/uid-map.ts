/**
 * The id inside a user namespace of `outside`, from /proc/PID/uid_map (man user_namespaces(7)): lines
 * of `inside outside length`. Undefined when it is not mapped.
 */
export function insideId(map: string, outside: number): number | undefined {
  for (const line of map.split('\n')) {
    const [inside, first, length] = line.trim().split(/\s+/).map(Number);
    if (inside === undefined || first === undefined || length === undefined) continue;
    if (outside >= first && outside < first + length) return inside + outside - first;
  }
  return undefined;
}
