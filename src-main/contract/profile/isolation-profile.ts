import * as v from 'valibot';
import type { Warning } from '../run.js';
import type { ContainerProfile } from './container-profile.js';
import type { GuestProfile } from './module-walls.js';
import type { Advice, QuestionAnswer } from './questions.js';

/** Whose profile it is: something that runs on this machine, or a module's file. */
export const ProfileSubjectSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('instance'),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  }),
  v.strictObject({
    kind: v.literal('module'),
    path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  }),
]);
export type ProfileSubject = v.InferOutput<typeof ProfileSubjectSchema>;

export interface IsolationProfile {
  subject: ProfileSubject;
  kind: 'container' | 'wasm' | 'module';
  name: string;
  runtime?: string;
  /** As in Instance.state; absent for a file. */
  state?: string;
  readAtIso: string;
  /** Of a container. */
  container?: ContainerProfile;
  /** Of a Wasm process, or of a file (then with its module only). */
  guest?: GuestProfile;
  /** All questions, in their order. */
  answers: QuestionAnswer[];
  /** The gravest first. */
  advice: Advice[];
  /** What could not be read, why, and what to do. */
  gaps: Warning[];
}
