import { LabError } from '../../contract/index.js';
import type { LiveRunView } from '../../contract/index.js';
import type { Run } from '../run/run.js';
import type { Feature } from './feature.js';

/** Enough for a window to show the end of it; the record keeps more. */
const MOST_TEXT = 64 * 1024;

export const comparisonsFeature: Feature = ({ dispatcher, comparisons }) => {
  dispatcher.handle('comparisons.start', (request) => {
    const { id, runs } = comparisons.start(request);
    return { comparisonId: id, runs: runs.map((run) => run.status()) };
  });
  dispatcher.handle('comparisons.stop', async ({ comparisonId }) => ({
    stopped: await comparisons.stop(comparisonId),
  }));
  dispatcher.handle('comparisons.stopAll', async () => ({ stopped: await comparisons.stopAll() }));
  dispatcher.handle('runs.stop', async ({ runId }) => {
    const run = comparisons.findRun(runId);
    if (run === undefined) {
      throw new LabError(
        'unknown-run',
        `There is no live run called ${runId}.`,
        'It may have ended already.',
      );
    }
    const live = run.status().state !== 'ended';
    await run.stop();
    return { stopped: live };
  });
  dispatcher.handle('runs.live', () => ({ runs: comparisons.visible().map(view) }));
};

function view(run: Run): LiveRunView {
  return {
    status: run.status(),
    samples: run.observed.samples(),
    stdout: run.observed.stdout.text().slice(-MOST_TEXT),
    stderr: run.observed.stderr.text().slice(-MOST_TEXT),
    record: run.record,
  };
}
