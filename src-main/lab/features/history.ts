import { LabError } from '../../contract/index.js';
import { resultAfter } from '../../experiments/results/result-after.js';
import { sideBySide, trendOf } from '../../experiments/trend/index.js';
import { unpackRange } from '../../store/index.js';
import { Exchange } from '../exchange.js';
import type { Feature } from './feature.js';

/** A line through more says no more. */
const MOST_TREND_POINTS = 300;

/** What was recorded, and what the user says about it. */
export const historyFeature: Feature = ({ dispatcher, store, instanceRecorder, host }) => {
  const exchange = new Exchange(store.ask, () => host.environment());
  dispatcher.handle('history.list', (query) => store.ask('list', query));
  dispatcher.handle('history.facets', () => store.ask('facets', {}));
  dispatcher.handle('history.run', (entry) => store.ask('run', entry));
  dispatcher.handle('history.experiment', (entry) => store.ask('experiment', entry));
  dispatcher.handle('history.attempts', (entry) => store.ask('attempts', entry));
  dispatcher.handle('history.trend', async ({ id }) =>
    trendOf(await store.ask('alike', { id, most: MOST_TREND_POINTS })),
  );
  dispatcher.handle('history.compare', async ({ ids, measure }) => {
    const recorded = await Promise.all(ids.map((id) => store.ask('experiment', { id })));
    return sideBySide(recorded, measure);
  });
  dispatcher.handle('history.resultAt', async ({ id, counts }) => {
    const { result } = await store.ask('experiment', { id });
    if (result === undefined) throw noResult(id);
    return { result: resultAfter(result, counts) };
  });
  dispatcher.handle('history.annotate', (annotation) => store.ask('annotate', annotation));
  dispatcher.handle('history.remove', (entries) => store.ask('remove', entries));
  dispatcher.handle('history.restore', (entries) => store.ask('restore', entries));
  dispatcher.handle('history.range', async (range) => unpackRange(await store.ask('range', range)));
  dispatcher.handle('history.export', ({ ids, format }) => exchange.export(ids, format));
  dispatcher.handle('history.import', ({ content, fileName }) =>
    exchange.import(content, fileName),
  );
  dispatcher.handle('recordings.start', ({ id }) => instanceRecorder.begin(id));
  dispatcher.handle('recordings.stop', ({ id }) => ({ stopped: instanceRecorder.end(id) }));
  dispatcher.handle('recordings.end', ({ id }) => instanceRecorder.endEntry(id));
  dispatcher.handle('recordings.live', () => ({ instanceIds: instanceRecorder.live() }));
  dispatcher.handle('store.state', () => store.look());
};

function noResult(id: string): LabError {
  return new LabError('bad-request', `${id} came to no result.`, 'Open one that has one.');
}
