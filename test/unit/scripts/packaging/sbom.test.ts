import { expect, it } from 'vitest';
import { packageOf } from '../../../../scripts/lib/packaging/bundled-packages.mjs';
import { shippedIn } from '../../../../scripts/lib/packaging/sbom.mjs';

const component = (ref: string) => ({
  'bom-ref': ref,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
});

it('the bill of materials has what is shipped, and no tool that only builds or tests', () => {
  const bom = shippedIn(
    {
      metadata: { component: component('paralelo@1.0.0') },
      components: [component('ws@8.0.0'), component('vitest@4.0.0')],
      dependencies: [
        { ref: 'paralelo@1.0.0', dependsOn: ['ws@8.0.0', 'vitest@4.0.0'] },
        { ref: 'vitest@4.0.0', dependsOn: ['ws@8.0.0'] },
      ],
    },
    new Set(['ws@8.0.0']),
  );
  expect(bom.components).toEqual([{ 'bom-ref': 'ws@8.0.0', scope: 'required', properties: [] }]);
  expect(bom.dependencies).toEqual([{ ref: 'paralelo@1.0.0', dependsOn: ['ws@8.0.0'] }]);
  expect(bom.metadata.component).toMatchObject({ name: 'paralelo', type: 'application' });
});

it('a module belongs to the innermost package around it, and ours to none', () => {
  expect(packageOf('/app/node_modules/ws/lib/a.js')).toBe('ws');
  expect(packageOf('/app/node_modules/@a/b/lib/a.js?commonjs')).toBe('@a/b');
  expect(packageOf('/app/node_modules/a/node_modules/@b/c/d.js')).toBe('a/node_modules/@b/c');
  expect(packageOf('C:\\app\\node_modules\\ws\\a.js')).toBe('ws');
  expect(packageOf('/app/src-main/a.ts')).toBe('');
});
