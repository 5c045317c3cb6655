import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A docker context as `docker context create` writes it, in use. `tls`: paths by file name. */
export function writeContext(
  configDir: string,
  host: string,
  tls: Partial<Record<'ca' | 'cert' | 'key', string>> = {},
): void {
  const name = 'far';
  const id = createHash('sha256').update(name).digest('hex');
  const meta = join(configDir, 'contexts/meta', id);
  const certificates = join(configDir, 'contexts/tls', id, 'docker');
  for (const folder of [meta, certificates]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(configDir, 'config.json'), JSON.stringify({ currentContext: name }));
  const endpoint = { Name: name, Endpoints: { docker: { Host: host } } };
  writeFileSync(join(meta, 'meta.json'), JSON.stringify(endpoint));
  for (const [file, path] of Object.entries(tls))
    copyFileSync(path, join(certificates, `${file}.pem`));
}
