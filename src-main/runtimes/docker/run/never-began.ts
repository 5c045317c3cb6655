import type { ErrorCode } from '../../../contract/index.js';
import type { Ending } from '../../runtime.js';

/**
 * What the last step of runc prints in the place of the program when the kernel does not take it
 * (libcontainer/init_linux.go, standard_init_linux.go): the engine calls that a start, and an exit with 1.
 */
const RUNC_FAILED =
  /^(?:standard_init_linux\.go:\d+: )?exec (?:user process caused: |\S+: )(.+?)\s*$/;
/** The same of crun (container_init in libcrun/container.c), as text or as a line of its JSON log. */
const CRUN_FAILED =
  /^(?:\{"msg":")?exec container process `[^`]+`: ([A-Za-z ]+)(?:","level":"error","time":"[^"]*"\})?\s*$/;

const MEANINGS: readonly { says: RegExp; code: ErrorCode; reason: string; hint: string }[] = [
  {
    says: /exec format error/i,
    code: 'wrong-architecture',
    reason: 'The kernel does not take the command as a program for the architecture of this engine',
    hint: 'Use an image that was built for this machine; a script needs a first line with its interpreter (#!).',
  },
  {
    says: /no such file or directory/i,
    code: 'command-not-found',
    reason: 'The command needs an interpreter or a loader that is not in the image',
    hint: 'Put what its first line (#!) or its dynamic linking names into the image, or link it statically.',
  },
  {
    says: /permission denied/i,
    code: 'not-executable',
    reason: 'The kernel may not execute the command',
    hint: 'Set its execute permission in the image.',
  },
];

/** Undefined when the program did begin, as far as its exit and its only output show. */
export function neverBegan(
  code: number,
  output: { stdout: string; stderr: string } | undefined,
  atMs: number,
): Ending | undefined {
  if ((code !== 1 && code !== 255) || output === undefined || output.stdout !== '')
    return undefined;
  const words = (RUNC_FAILED.exec(output.stderr) ?? CRUN_FAILED.exec(output.stderr))?.[1];
  const meaning = words === undefined ? undefined : MEANINGS.find(({ says }) => says.test(words));
  if (meaning === undefined) return undefined;
  const reason = `${meaning.reason}: ${output.stderr.trim()}`;
  return { kind: 'failed-to-start', reason, errorCode: meaning.code, hint: meaning.hint, atMs };
}
