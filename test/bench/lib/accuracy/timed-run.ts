import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { RunRecord, RunRequestInput } from '../../../../src-main/contract/index.js';
import { at } from '../paths.js';

const TIME = '/usr/bin/time';

/** The peak RSS of one run by both; or why there is none. */
export function timedPeak({
  runtime,
  workload,
  periodMs = 20,
}: RunRequestInput): { labBytes: number | undefined; timeBytes: number } | string {
  if (!existsSync(TIME))
    return 'Peak RSS against /usr/bin/time -v was left out: apt-get install time.';
  const { ref, args = [] } = workload;
  const { stdout, stderr } = spawnSync(
    TIME,
    [
      ...['-v', process.execPath, at('out/main/cli.cjs'), 'run', '--json', '--runtime', runtime],
      ...['--module', ref, '--period', `${String(periodMs)}ms`, '--', ...args],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 },
  );
  const kib = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1];
  const { peak } = JSON.parse(stdout) as RunRecord;
  return { labBytes: peak.rssBytes, timeBytes: Number(kib) * 1024 };
}
