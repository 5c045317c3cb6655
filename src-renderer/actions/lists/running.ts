import type { Client } from '../../../src-main/contract/index.js';
import { toWireError } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Claims } from '../../state/claims.svelte.js';
import type { Comparison } from '../../state/comparison.svelte.js';
import type { Experiments } from '../../state/experiments.svelte.js';
import type { Machine } from '../../state/machine.svelte.js';
import type { Probes } from '../../state/probes.svelte.js';
import { known } from '../action.js';
import type { Action } from '../action.js';

interface Way {
  client: Client;
  machine: Machine;
  comparison: Comparison;
  experiments: Experiments;
  claims: Claims;
  probes: Probes;
  isConnected: boolean;
}

async function stopAll({ client, comparison }: Way): Promise<void> {
  try {
    await client.request('comparisons.stopAll', {});
  } catch (thrown) {
    comparison.problem = toWireError(thrown);
  }
}

/** What runs can be stopped from every room; the Lab itself offers how its own is started. */
export function runningActions(way: Way): Action[] {
  const { machine, comparison, experiments, claims, probes, isConnected } = way;
  const running = experiments.list.find(({ state }) => state === 'running' || state === 'paused');
  const liveRuns = Math.max(machine.host?.liveRuns ?? 0, comparison.isLive ? 1 : 0);
  return [
    known('lab.stopAll', {
      section: 'running',
      title: t('Stop all runs of the Lab'),
      applies: isConnected && liveRuns > 0,
      run: () => void stopAll(way),
    }),
    {
      id: 'experiments.stop',
      section: 'running',
      title: t('Stop the experiment under way'),
      applies: isConnected && running !== undefined,
      run: () => {
        if (running !== undefined) void experiments.act(running.id, 'stop');
      },
    },
    {
      id: 'claims.stop',
      section: 'running',
      title: t('Stop testing the claims'),
      applies: isConnected && claims.status.isRunning,
      run: () => void claims.stop(),
    },
    {
      id: 'probes.stop',
      section: 'running',
      title: t('Stop the attempts to break out'),
      applies: isConnected && probes.progress.isRunning,
      run: () => void probes.stop(),
    },
    {
      id: 'replay.close',
      section: 'running',
      title: t('Leave the recorded run'),
      applies: comparison.replay !== undefined,
      run: () => comparison.closeReplay(),
    },
    {
      id: 'runtimes.refresh',
      section: 'running',
      title: t('Look for engines and runtimes again'),
      also: 'Docker Podman Wasmtime',
      applies: isConnected,
      run: () => void machine.refresh(),
    },
  ];
}
