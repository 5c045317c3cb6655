import { expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import type { Grants, IsolationFact, Limits } from '../../../../src-main/contract/index.js';
import { moduleFacts, readModule } from '../../../../src-main/isolation/module/index.js';
import { encodeModule } from '../../../support/wasm/encoder.js';
import type { ModuleParts } from '../../../support/wasm/encoder.js';

function fact(
  id: string,
  parts: ModuleParts,
  grants: Partial<Grants> = {},
  limits: Limits = {},
): IsolationFact | undefined {
  const profile = readModule(encodeModule(parts));
  const facts = moduleFacts(profile, limits, { ...LEAST_GRANTS, ...grants });
  return facts.find((one) => one.id === id);
}

const unbounded: ModuleParts = { memories: [{ min: 2 }] };

test('a memory without maximum and limit is not called bounded', () => {
  expect(fact('linear-memory', unbounded)).toMatchObject({
    label: 'memory 128 KiB to 4.0 GiB',
    tone: 'neutral',
  });
});

test('a limit bounds it', () => {
  expect(fact('linear-memory', unbounded, {}, { memoryBytes: 64 * 1024 * 1024 })).toMatchObject({
    label: 'memory 128 KiB to 64.0 MiB',
    tone: 'strong',
  });
});

test('imports of WASI alone are as tight as can be', () => {
  const imports: ModuleParts['imports'] = [['wasi_snapshot_preview1', 'fd_write', 'function']];
  const seen = fact('imports', { imports });
  expect(seen).toMatchObject({ label: '1 import, all WASI', tone: 'strong' });
  expect(seen?.detail).toContain('fd_write');
});

test('an import of anything else is loose, and named', () => {
  const imports: ModuleParts['imports'] = [['env', 'system', 'function']];
  const seen = fact('imports', { imports });
  expect(seen).toMatchObject({ label: '1 of 1 imports not WASI', tone: 'loose' });
  expect(seen?.detail).toContain('env.system');
});

test('no directory granted is strong; one granted is named with what may be done to it', () => {
  expect(fact('directories', {})?.tone).toBe('strong');
  const volumes = [{ hostPath: '/srv/data', guestPath: '/data', readOnly: true }];
  const seen = fact('directories', {}, { volumes });
  expect(seen).toMatchObject({ label: '1 directory granted', tone: 'neutral' });
  expect(seen?.detail).toContain('/srv/data as /data (read-only)');
});

test('variables are named, their values are not', () => {
  const env = { TOKEN: 'secret' };
  const detail = fact('environment', {}, { env })?.detail ?? '';
  expect(detail).toContain('TOKEN');
  expect(detail).not.toContain('secret');
});
