import { RecordingObserver } from './observer.js';
import { engineAt } from './engine.js';
import { start, twin } from './run.js';

/** Built and run as a process of its own: a lab that runs a container until it is killed. Prints the container's id. */
async function main(): Promise<void> {
  const engine = await engineAt(process.env['DOCKER_HOST']);
  const observer = new RecordingObserver();
  const { live } = await start(engine, twin('spin', '--forever'), {}, observer);
  process.stdout.write(`${observer.container}\n`);
  await live.ended;
}

void main();
