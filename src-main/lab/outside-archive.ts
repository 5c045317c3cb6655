/**
 * Where a file of the installed app really is. Electron reads through its archive `app.asar`; a runtime, an engine or a
 * plain Node cannot, so what they are given lies beside it (`asarUnpack` of scripts/lib/packaging/builder-config.mjs).
 */
export function outsideArchive(path: string): string {
  return path.replace(/(?<=[\\/])app\.asar(?=[\\/])/, 'app.asar.unpacked');
}
