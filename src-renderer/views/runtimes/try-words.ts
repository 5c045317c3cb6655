import type { TryOut } from '../../../src-main/contract/index.js';
import { said, t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import type { TryState } from '../../state/try-outs.svelte.js';
import { formatDuration, formatMs } from '../../text/format.js';
import { phaseName } from '../../text/phases.js';
import { outcomeWords } from '../lab/outcome-words.js';

/** What a start is measured to: main() where the runtime says when it was entered, else what was seen. */
export interface StartTime {
  ms: number;
  to: 'main' | 'output' | 'end';
}

/** Undefined when hello did not end as it should: then no time is comparable. */
export function startTime({
  outcome,
  phases,
  durationMs,
  firstOutputMs,
}: TryOut): StartTime | undefined {
  if (outcome.kind !== 'exited' || outcome.code !== 0) return undefined;
  const main = phases.find(({ name }) => name === 'main');
  if (main !== undefined) return { ms: main.startMs, to: 'main' };
  return firstOutputMs === undefined
    ? { ms: durationMs, to: 'end' }
    : { ms: firstOutputMs, to: 'output' };
}

export const START_WORDS: Record<StartTime['to'], Words> = {
  main: 'to main()',
  output: 'to its first output',
  end: 'to its end',
};

/** In one word, behind a number. */
export const TO_WORDS: Record<Exclude<StartTime['to'], 'main'>, Words> = {
  output: 'output',
  end: 'end',
};

/** Everything about one try-out, one fact a line. */
export function tryLines(state: TryState | undefined, withPhases = true): string[] {
  switch (state?.is) {
    case undefined:
      return [];
    case 'waiting':
      return [t('It waits for those before it.')];
    case 'running':
      return [t('hello is being started.')];
    case 'failed':
      return [said(state.problem.message), said(state.problem.hint)];
    case 'done':
      return resultLines(state.result, withPhases);
  }
}

function resultLines(result: TryOut, withPhases: boolean): string[] {
  const { outcome, phases, durationMs, firstOutputMs, warnings } = result;
  const start = startTime(result);
  return [
    start === undefined
      ? said(outcome.reason)
      : t('{{time}} {{to}}, from the request.', {
          time: `${formatMs(start.ms)} ms`,
          to: t(START_WORDS[start.to]),
        }),
    said(outcome.hint ?? ''),
    ...(withPhases ? phases : []).map(
      ({ name, durationMs: ms, bound }) =>
        `${phaseName(name)} ${ms === undefined ? '' : `${formatMs(ms)} ms`}: ${said(bound)}`,
    ),
    firstOutputMs === undefined
      ? ''
      : t('First output at {{time}}.', { time: `${formatMs(firstOutputMs)} ms` }),
    durationMs > 0 ? t('Ended after {{time}}.', { time: formatDuration(durationMs) }) : '',
    ...warnings.map(({ message, hint }) => `${said(message)} ${said(hint)}`),
  ].filter((line) => line !== '');
}

/** In two or three words, for a cell that shows no time. */
export function failureWords(state: TryState): string {
  if (state.is === 'failed') return t('failed');
  return state.is === 'done' ? outcomeWords(state.result.outcome, undefined).text : '';
}

/** For screen readers, once it is over. */
export function spokenResult(name: string, state: TryState | undefined): string {
  if (state?.is !== 'done' && state?.is !== 'failed') return '';
  const start = state.is === 'done' ? startTime(state.result) : undefined;
  return start === undefined
    ? `${name}: ${failureWords(state)}.`
    : t('{{name}}: {{number}} milliseconds {{to}}.', {
        name,
        number: formatMs(start.ms),
        to: t(START_WORDS[start.to]),
      });
}
