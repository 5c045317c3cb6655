import type { ContainerProfile, Instance, IsolationMatrix } from '../../contract/index.js';
import type { Proven } from '../../isolation/checks/index.js';
import type { ProfileParts } from '../../runtimes/instances.js';

/**
 * What the probes found, where it holds for this instance too. Of a Wasm guest it is its runtime's doing, whoever starts it.
 * Of a container it holds only for one that the lab itself started with its default walls: a refusal there says
 * nothing of a container with others.
 */
export function provenFor(
  view: Instance,
  { container }: ProfileParts,
  matrix: IsolationMatrix | undefined,
): Proven | undefined {
  if (matrix === undefined) return undefined;
  const isAlike = view.kind === 'wasm' || (view.isOfLab && hasDefaultWalls(container));
  const results = matrix.results.filter(
    ({ runtime, set }) => isAlike && runtime === view.runtime && set === 'default',
  );
  return results.length === 0 ? undefined : { attempts: matrix.attempts, results };
}

function hasDefaultWalls(container: ContainerProfile | undefined): boolean {
  if (container === undefined || container.isPrivileged) return false;
  const { seccomp, noNewPrivileges, capabilities, namespaces } = container;
  const shares = namespaces.some(
    ({ name, effective }) => (name === 'pid' || name === 'net') && effective?.of !== 'own',
  );
  return (
    seccomp.effective?.mode === 'filter' &&
    noNewPrivileges.effective === true &&
    capabilities.beyondDefault.length === 0 &&
    !shares
  );
}
