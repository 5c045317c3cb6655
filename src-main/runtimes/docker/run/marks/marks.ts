import type { StartMarks } from '../../../runtime.js';
import type { Engine } from '../../engine/engine.js';
import { startFolders } from './folders.js';
import { readMarks } from './read-marks.js';

const ELSEWHERE: StartMarks = {
  marks: [],
  unseen:
    'The engine runs on another kernel, whose clock is not that of the lab: its start is not split further.',
};

/** What a container's start has left behind. To be asked once the guest was seen to run. */
export function marksOf(engine: Engine, containerId: string): StartMarks {
  return engine.info.local ? readMarks(startFolders(engine), containerId) : ELSEWHERE;
}
