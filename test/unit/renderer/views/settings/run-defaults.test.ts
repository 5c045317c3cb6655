import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../../src-main/contract/index.js';
import { LabForm } from '../../../../../src-renderer/views/lab/form.svelte.js';
import { valuesOfDefaults } from '../../../../../src-renderer/views/lab/form-of-runs.js';
import { FIRST_VALUES } from '../../../../../src-renderer/views/lab/form-values.js';
import { readDefaults } from '../../../../../src-renderer/views/settings/run-defaults.js';

const { runDefaults } = DEFAULT_PREFERENCES;

describe('the defaults of a run', () => {
  it('are what the Lab begins with where nobody has chosen any', () => {
    expect(FIRST_VALUES).toMatchObject(valuesOfDefaults(runDefaults));
  });

  it('stay the same when they are shown and read again', () => {
    expect(readDefaults(valuesOfDefaults(runDefaults))).toEqual({ defaults: runDefaults });
  });

  it('take an empty limit as none, but no empty period', () => {
    const none = { memory: '', cpus: '', time: '', pids: '', fuel: '', period: '1 s' };
    expect(readDefaults(none)).toEqual({ defaults: { limits: {}, periodMs: 1000 } });
    expect(readDefaults({ ...none, period: '' })).toHaveProperty('errors.period');
  });

  it('say at each field what does not fit', () => {
    const texts = { memory: '64', cpus: '0', time: '2', pids: '-1', fuel: 'x', period: '1 ms' };
    const read = readDefaults(texts);
    const errors = 'errors' in read ? read.errors : {};
    expect(Object.keys(errors).sort()).toEqual(
      Object.keys(texts)
        .filter((name) => name in errors)
        .sort(),
    );
    expect(errors).toHaveProperty('cpus');
    expect(errors).toHaveProperty('period', 'Between 20 ms and 60 s.');
  });

  it('fill the fields of the Lab that nobody has touched, and no other', () => {
    const form = new LabForm(
      () => [],
      () => [],
    );
    form.values.time = '3 s';
    form.useDefaults({ limits: { memoryBytes: 1024 ** 3, timeoutMs: 60_000 }, periodMs: 500 });
    expect(form.values).toMatchObject({ memory: '1 GiB', time: '3 s', pids: '', period: '500 ms' });
    form.useDefaults({ limits: { memoryBytes: 1024 ** 2 }, periodMs: 500 });
    expect(form.values).toMatchObject({ memory: '1 MiB', time: '3 s' });
  });
});
