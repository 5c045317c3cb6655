/**
 * Packages that a dependency loads for what nobody here asks of it: each becomes an empty module, instead of being
 * read, compiled and held in memory at every start.
 * @param {readonly string[]} names
 * @returns {import('vite').Plugin}
 */
export function leaveOut(names) {
  return {
    name: 'paralelo:leave-out',
    enforce: 'pre',
    resolveId: (source) => (names.includes(source) ? `\0left-out:${source}` : undefined),
    load: (id) => (id.startsWith('\0left-out:') ? 'module.exports = {};' : undefined),
  };
}
