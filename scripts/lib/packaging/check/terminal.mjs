import { capture } from '../../processes.mjs';
import { must } from '../must.mjs';
import { expectThat } from './index.mjs';

/** @param {import('./user.mjs').User} user */
export async function checkTerminal(user) {
  const version = (await must(user.as(['paralelo', '--version']))).trim();
  expectThat(/^\d+\.\d+\.\d+/.test(version), `paralelo is on the PATH (${version})`);
  const { code, output } = await capture(
    user.as(['paralelo', 'run', '--runtime', 'v8', '--workload', 'sum', '--', '--n', '1000']),
  );
  expectThat(code === 0 && /\d/.test(output), '`paralelo run` runs a twin in V8', output);
  const listed = await must(user.as(['paralelo', 'runtimes', '--json']));
  /** @type {{ runtimes: { id: string, available: boolean }[] }} */
  const { runtimes } = JSON.parse(listed.slice(listed.indexOf('{')));
  const v8 = runtimes.find(({ id }) => id === 'v8');
  expectThat(v8?.available === true, '`paralelo runtimes` finds V8');
}
