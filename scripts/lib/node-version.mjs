// Imported first by every command: says in one sentence that Node is too old, instead of a stack trace.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  console.error(
    `Paralelo needs Node 20.19 or later of 20, or 22.12 and later; this is Node ${process.versions.node}.`,
  );
  console.error('What to do: install a newer Node (https://nodejs.org) and run the command again.');
  process.exit(1);
}
