import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificates {
  /** Of the authority that signed both. */
  ca: string;
  server: { cert: string; key: string };
  client: { cert: string; key: string };
}

/** An authority, a server for 127.0.0.1 and a client, made by openssl below the folder. Paths. */
export function makeCertificates(folder: string): Certificates {
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const request = ['req', '-newkey', 'rsa:2048', '-nodes'];
  openssl(...request, '-x509', '-days', '2', ...names('ca'), '-subj', '/CN=test authority');
  const issue = (name: string, extensions: string) => {
    writeFileSync(join(folder, `${name}.ext`), extensions);
    const key = ['-keyout', `${name}-key.pem`];
    openssl(...request, ...key, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const authority = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial'];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-days', '2', ...authority, ...files);
    return { cert: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
  };
  return {
    ca: join(folder, 'ca.pem'),
    server: issue('server', 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n'),
    client: issue('client', 'extendedKeyUsage=clientAuth\n'),
  };
}

function names(name: string): string[] {
  return ['-keyout', `${name}-key.pem`, '-out', `${name}.pem`];
}
