import { describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import { checkProgram } from '../../../src-main/experiments/index.js';
import { refusalOf } from '../../support/refusal.js';

const plan = (experiment: string, program: unknown, runtimes = ['docker:runc', 'v8']) =>
  validate(ExperimentPlanSchema, { experiment, runtimes, program }, 'plan');
const BOTH = { image: { ref: 'alpine', args: [] }, module: { ref: '/x.wasm', args: [] } };

describe("a program of the user's own", () => {
  it('is taken by startup and portability', () => {
    expect(plan('startup', BOTH).program).toEqual(BOTH);
    expect(plan('portability', { ...BOTH, ignore: '\\d+' })).toMatchObject({ runs: 3, warmUps: 0 });
  });

  it.each(['memory', 'speed', 'density', 'limits'])('is refused by %s with a reason', (name) => {
    expect(() => plan(name, BOTH)).toThrow('takes no program of your own: ');
  });

  it.each(['(', '[', '', 'x'.repeat(1025)])('is refused with an `ignore` of %j', (ignore) => {
    expect(() => plan('startup', { ...BOTH, ignore })).toThrow('program.ignore does not fit');
  });

  it('is refused when it is neither an image nor a module', () => {
    expect(() => plan('startup', { ignore: 'x' })).toThrow('an image, a module, or both');
  });

  it.each([
    ['image', 'docker:runc', { module: BOTH.module }],
    ['module', 'v8', { image: BOTH.image }],
  ])('is refused without the %s that %s would need', (kind, runtime, program) => {
    const { code, message } = refusalOf(() => checkProgram(plan('startup', program)));
    expect(code).toBe('bad-request');
    expect(message).toContain(kind);
    expect(message).toContain(runtime);
  });

  it('needs no build that no contender would run', () => {
    expect(() => checkProgram(plan('startup', { module: BOTH.module }, ['v8']))).not.toThrow();
    expect(() => checkProgram(plan('startup', undefined))).not.toThrow();
  });
});
