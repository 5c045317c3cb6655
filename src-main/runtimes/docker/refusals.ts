import { LabError } from '../../contract/index.js';
import type { ErrorCode } from '../../contract/index.js';
import { isRefusal } from './engine/client.js';
import type { EngineRefusal } from './engine/client.js';
import type { Engine } from './engine/engine.js';
import { parseAddress } from './engine/address.js';
import { unreachableError } from './engine/unreachable.js';

interface Meaning {
  says: RegExp;
  code: ErrorCode;
  message: string;
  hint: string;
}

/**
 * What engines and OCI runtimes say, and what it means. In order: the first that fits. Seen with
 * Docker 20.10 with runc 1.1, crun 1.8 and Podman 4.3; newer ones keep these words.
 */
const MEANINGS: readonly Meaning[] = [
  {
    says: /exec format error/i,
    code: 'wrong-architecture',
    message: 'The program is not for the architecture of this engine',
    hint: 'Use an image that was built for this machine, or install its emulation (binfmt, qemu-user-static).',
  },
  {
    says: /no matching manifest|platform .* does not match/i,
    code: 'wrong-architecture',
    message: 'The image does not exist for the architecture of this engine',
    hint: 'Use an image that was built for this machine.',
  },
  {
    says: /minimum memory limit/i,
    code: 'limit-too-low',
    message: 'The memory limit is below what the engine accepts',
    hint: 'Give it more memory.',
  },
  {
    says: /container init was OOM-killed|memory limit too low|unable to start container process.*signal: killed|cannot allocate memory/i,
    code: 'limit-too-low',
    message: 'The limits are too low for the container to be started at all',
    hint: 'Give it more memory or more processes.',
  },
  {
    says: /resource temporarily unavailable/i,
    code: 'limit-too-low',
    message: 'The limits are too low for the container to be started at all',
    hint: 'Allow more processes (--pids-limit).',
  },
  {
    says: /range of cpus is from/i,
    code: 'limit-not-enforced',
    message: 'The engine has fewer CPUs than the limit',
    hint: 'Choose a CPU limit that this machine has.',
  },
  {
    says: /executable file .*not found|executable file not found|no such file or directory: (unknown|OCI)|exec: .*no such file|no command specified|starting container process caused.*no such file/i,
    code: 'command-not-found',
    message: 'The command is not in the image',
    hint: 'Check the command after --, or give none to run what the image runs by itself.',
  },
  {
    says: /exec.*permission denied|permission denied: (unknown|OCI)/i,
    code: 'not-executable',
    message: 'The command is not executable',
    hint: 'Choose a command that is a program, or set its execute permission in the image.',
  },
  {
    says: /bind source path does not exist|invalid mount config|mount path must be absolute|invalid mount/i,
    code: 'grant-not-possible',
    message: 'A directory cannot be given to the container',
    hint: 'Check that it exists on the machine of the engine, and that the engine may share it.',
  },
  {
    says: /unknown capability|invalid capadd/i,
    code: 'grant-not-possible',
    message: 'There is no such capability on this engine',
    hint: 'Use a name of capabilities(7) without CAP_, such as NET_RAW.',
  },
  {
    says: /network .*not found|unable to find network/i,
    code: 'grant-not-possible',
    message: 'There is no such network',
    hint: 'List the networks with docker network ls.',
  },
  {
    says: /hybrid mode not supported/i,
    code: 'not-supported-here',
    message: 'This OCI runtime does not run on the hybrid cgroups of this machine',
    hint: 'Use runc, or boot with systemd.unified_cgroup_hierarchy=1.',
  },
  {
    says: /setrlimit/i,
    code: 'engine-refused',
    message:
      'The engine itself may open fewer files or have fewer processes than it gives a container',
    hint: 'Raise its own limits (ulimit -n, ulimit -u), or lower default_ulimits in its containers.conf.',
  },
  {
    says: /(unknown or invalid|unknown) runtime/i,
    code: 'runtime-not-here',
    message: 'The engine does not have this OCI runtime',
    hint: 'See paralelo runtimes for those it has.',
  },
  {
    says: /no such image|image not known|failed to find image/i,
    code: 'image-not-found',
    message: 'The image is not there',
    hint: 'Pull it first, or check its name.',
  },
];

/** Any failure of a request to the engine as an error for people, with the engine's own words in it. */
export function toLabError(engine: Engine, thrown: unknown): LabError {
  if (thrown instanceof LabError) return thrown;
  if (!isRefusal(thrown)) return unreachableError(parseAddress(engine.info.address ?? ''), thrown);
  const words = engineWords(thrown);
  const meaning = MEANINGS.find(({ says }) => says.test(words));
  if (meaning === undefined) {
    return new LabError(
      'engine-refused',
      `${engine.info.name} refused: ${words}`,
      'Change what it names, and run again.',
      { cause: thrown },
    );
  }
  const { code, message, hint } = meaning;
  return new LabError(code, `${message}. ${engine.info.name} says: ${words}`, hint, {
    cause: thrown,
  });
}

/** The engine's own words, without dockerode's wrapping. */
export function engineWords(refusal: EngineRefusal): string {
  const { json } = refusal;
  const words = json !== undefined && json !== null && 'message' in json ? json.message : undefined;
  const unwrapped = refusal.message.replace(/^\(HTTP code \d+\) [^-]* - /, '');
  return (words ?? unwrapped).trim().slice(0, 1000);
}
