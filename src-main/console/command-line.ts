/** As it was typed, for documents that say what made them. */
export function commandLine(): string {
  return ['paralelo', ...process.argv.slice(2)].join(' ');
}
