/** Reads a container's process as a user who may read nothing of others: prints what it found as JSON. */
const [, , processRoom, containerRoom, pid, document] = process.argv;
const { readProcessWalls } = await import(processRoom);
const { containerProfile } = await import(containerRoom);
process.setgroups([]);
process.setgid(65534);
process.setuid(65534);
const query = { engine: 'docker', inspect: JSON.parse(document), pid: Number(pid) };
process.stdout.write(
  JSON.stringify({ walls: readProcessWalls(Number(pid)), ...containerProfile(query) }),
);
