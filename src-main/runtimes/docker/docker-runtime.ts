import type { ContainerCreateOptions } from 'dockerode';
import { LabError } from '../../contract/index.js';
import type { RunRequest, RuntimeInfo, Workload } from '../../contract/index.js';
import { declaredContainerFacts } from '../../isolation/declared.js';
import type { ImageFacts, PreparedRun, Runtime, TwinFiles } from '../runtime.js';
import type { Engine, OciRuntime } from './engine/engine.js';
import { imageFacts } from './image-facts.js';
import { containerOptions } from './prepare/container-options.js';
import { checkGrants } from './prepare/grants.js';
import { provideForeignTwinImage } from './prepare/foreign-twin-image.js';
import { architectureWarnings, provideImage } from './prepare/image.js';
import type { Image } from './prepare/image.js';
import { checkLimits } from './prepare/limits.js';
import { checkPrivileges } from './prepare/privileges.js';
import { WASM_PLATFORM, provideTwinImage } from './prepare/twin-image.js';
import { ContainerRun } from './run/container-run.js';
import { startFolders } from './run/marks/folders.js';
import { COARSE_SAMPLES } from './run/meters.js';
import { describeRuntime } from './runtime-info.js';

/** One OCI runtime of one engine. */
export class DockerRuntime implements Runtime {
  readonly info: RuntimeInfo;

  constructor(
    private readonly engine: Engine,
    private readonly oci: OciRuntime,
  ) {
    this.info = describeRuntime(engine, oci);
  }

  async prepare(request: RunRequest, twins: TwinFiles): Promise<PreparedRun> {
    const { engine } = this;
    const { enforcedBy, warnings } = checkLimits(engine, request);
    checkPrivileges(this.oci, request);
    await checkGrants(engine, request.grants);
    const image = await this.#imageOf(request, twins);
    const options = containerOptions(engine, this.oci, image, request, enforcedBy);
    // Every process is looked at the first time: not within a start.
    if (engine.info.local) startFolders(engine);
    const { stdinPath } = request.grants;
    const plan = {
      engine,
      title: request.workload.kind === 'twin' ? request.workload.ref : 'image',
      options,
      hasNetwork: request.grants.network !== 'none',
      isOnlyTimed: request.unsampled === true,
      ...(stdinPath === undefined ? {} : { stdinPath }),
    };
    return {
      workload: { ...request.workload, digest: image.id },
      enforcedBy,
      warnings: [
        ...warnings,
        ...architectureWarnings(engine, image),
        ...(engine.info.local || plan.isOnlyTimed ? [] : [COARSE_SAMPLES]),
      ],
      isolation: declaredContainerFacts(asInspect(options), engine.facts),
      launch: (observer) => ContainerRun.launch(plan, observer),
    };
  }

  async describeImage(workload: Workload, twins: TwinFiles): Promise<ImageFacts> {
    return await imageFacts(this.engine, await this.#imageOf({ workload }, twins), workload.kind);
  }

  #imageOf(request: Pick<RunRequest, 'workload' | 'platform'>, twins: TwinFiles): Promise<Image> {
    const { engine } = this;
    const { workload } = request;
    const isWasm = this.oci.kind.wasm === true;
    const platform = isWasm ? WASM_PLATFORM : request.platform;
    switch (workload.kind) {
      case 'twin': {
        const twin = twins.locate(workload.ref);
        const isOwn = platform === undefined || platform === `linux/${engine.facts.architecture}`;
        if (isWasm) return provideTwinImage(engine, twin, WASM_PLATFORM);
        return isOwn
          ? provideTwinImage(engine, twin)
          : provideForeignTwinImage(engine, twin, platform);
      }
      case 'image':
        return provideImage(engine, workload.ref, platform);
      case 'module':
        throw new LabError(
          'not-executable',
          'A container runs an image, not a WebAssembly module.',
          'Give an image (--image REF) or a twin, or choose a Wasm runtime for this module.',
        );
    }
  }
}

/** The document that the engine would show of such a container. */
function asInspect(options: ContainerCreateOptions): unknown {
  const mounts = options.HostConfig?.Mounts ?? [];
  return {
    Config: options,
    HostConfig: options.HostConfig,
    Mounts: mounts.map(({ Type, Source, Target, ReadOnly }) => ({
      Type,
      Source,
      Destination: Target,
      RW: ReadOnly !== true,
    })),
  };
}

export function dockerRuntimes(engines: readonly Engine[]): Runtime[] {
  return engines.flatMap((engine) =>
    engine.facts.ociRuntimes.map((oci) => new DockerRuntime(engine, oci)),
  );
}
