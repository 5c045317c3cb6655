import { RecordingObserver } from './observer.js';
import { engineAt, thePodman } from './engine.js';
import { start, twin } from './run.js';

/** Built and run as a process of its own: a lab that runs a container until it is killed. Prints the container's id. */
async function main(): Promise<void> {
  const wantsPodman = process.argv.includes('podman');
  const engine = wantsPodman ? await thePodman() : await engineAt(process.env['DOCKER_HOST']);
  if (engine === undefined) throw new Error('no engine');
  const observer = new RecordingObserver();
  const { live } = await start(engine, twin('spin', '--forever'), {}, observer);
  process.stdout.write(`${observer.container}\n`);
  await live.ended;
}

void main();
