import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KeptFile } from '../../../../src-main/metrics/files/kept-file.js';
import { makeTree } from '../kernel-files.js';

describe('KeptFile', () => {
  it('sees new content at each reading', () => {
    const path = join(makeTree({ value: '1\n' }), 'value');
    const file = KeptFile.open(path);
    expect(file?.text()).toBe('1\n');
    writeFileSync(path, '22\n');
    expect(file?.text()).toBe('22\n');
    file?.close();
  });

  it('returns a whole sequence file that comes in pages, as one long text', () => {
    const file = KeptFile.open('/proc/self/maps', 'sequence');
    const text = file?.text() ?? '';
    file?.close();
    expect(text.length).toBeGreaterThan(4096);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).toContain('[stack]');
  });

  it('returns a file larger than its buffer, whole', () => {
    const long = 'x'.repeat(200_000) + 'end';
    const file = KeptFile.open(join(makeTree({ long }), 'long'), 'sequence');
    const text = file?.text();
    expect(text?.length).toBe(long.length);
    expect(text === long).toBe(true);
    file?.close();
  });

  it('is undefined for what is not there', () => {
    expect(KeptFile.open('/proc/self/no-such-file')).toBeUndefined();
  });

  it('gives nothing once the process is gone', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const file = KeptFile.open(`/proc/${String(child.pid)}/stat`);
    expect(file?.text()).toContain('(');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(file?.text()).toBeUndefined();
    file?.close();
  });

  it('gives back its descriptor when closed', () => {
    const count = () => readdirSync('/proc/self/fd').length;
    const before = count();
    const files = Array.from({ length: 20 }, () => KeptFile.open('/proc/self/stat'));
    expect(count()).toBe(before + 20);
    for (const file of files) file?.close();
    expect(count()).toBe(before);
    expect(readFileSync('/proc/self/stat', 'latin1')).not.toBe('');
  });
});
