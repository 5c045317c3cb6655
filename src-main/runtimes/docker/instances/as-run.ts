import * as v from 'valibot';
import { LabError, RunRequestSchema } from '../../../contract/index.js';
import type { Instance, InstanceAsRun, RunRequestInput } from '../../../contract/index.js';
import type { Engine } from '../engine/engine.js';
import { runtimeId } from '../runtime-info.js';
import { environmentOf, ownImageOf } from './as-run-image.js';
import { whatIsLeftOut } from './as-run-left-out.js';
import { privilegesOf } from './as-run-privileges.js';
import { cpusOf } from './configuration.js';
import type { Inspected } from './inspected.js';
import { inspect } from './questions.js';
import { present } from './view.js';

/** The same program under the same settings as a request of the lab, and what such a request cannot say. Rejects as the client does. */
export async function asRun(engine: Engine, view: Instance): Promise<InstanceAsRun> {
  const { inspected } = await inspect(engine, view.id);
  const image = await ownImageOf(engine, inspected);
  const request: RunRequestInput = {
    runtime: view.runtime ?? anyRuntimeOf(engine),
    workload: {
      kind: 'image',
      ref: inspected.Config.Image ?? inspected.Image ?? '',
      args: inspected.Config.Cmd,
    },
    limits: limitsOf(inspected.HostConfig),
    grants: {
      env: environmentOf(inspected, image),
      volumes: volumesOf(inspected),
      network: networkOf(inspected) ?? 'none',
    },
    privileges: await privilegesOf(engine, inspected),
  };
  check(request, view);
  return { request, leftOut: whatIsLeftOut(inspected, image, networkOf(inspected)) };
}

function anyRuntimeOf(engine: Engine): string {
  const [first] = engine.facts.ociRuntimes;
  return first === undefined ? engine.id : runtimeId(engine, first);
}

function limitsOf(host: Inspected['HostConfig']): RunRequestInput['limits'] {
  return present({
    memoryBytes: positive(host.Memory),
    cpus: cpusOf(host),
    pids: positive(host.PidsLimit),
  });
}

function positive(count: number | undefined): number | undefined {
  return count !== undefined && count > 0 ? count : undefined;
}

function volumesOf({
  Mounts,
}: Inspected): { hostPath: string; guestPath: string; readOnly: boolean }[] {
  return Mounts.flatMap(({ Type, Source = '', Destination = '', RW }) =>
    Type === 'bind' && Source !== '' && Destination !== ''
      ? [{ hostPath: Source, guestPath: Destination, readOnly: RW === false }]
      : [],
  );
}

/** Undefined where it shares another's network, or has one that only its engine can set up. */
function networkOf({ HostConfig: { NetworkMode = '' } }: Inspected): string | undefined {
  if (NetworkMode === '' || NetworkMode === 'default') return 'bridge';
  return /^(container:|ns:|slirp4netns|pasta|private)/.test(NetworkMode) ? undefined : NetworkMode;
}

function check(request: RunRequestInput, { name }: Instance): void {
  const checked = v.safeParse(RunRequestSchema, request);
  if (checked.success) return;
  const [issue] = checked.issues;
  throw new LabError(
    'action-not-possible',
    `${name} has settings that a run of the lab cannot have: ${v.getDotPath(issue) ?? ''} ${issue.message}`,
    'Fill in the form of the Lab by hand.',
  );
}
