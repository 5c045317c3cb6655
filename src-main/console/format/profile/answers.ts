import { ISOLATION_QUESTIONS } from '../../../contract/index.js';
import type { Basis, IsolationProfile } from '../../../contract/index.js';
import { padded, plain, row, wrap } from './text.js';

const BASES: readonly Basis[] = ['declared', 'effective', 'proven'];
const LABEL_WIDTH = 11;
const NARROWEST_CELL = 20;
const GAP = 2;
const NOT_TOLD = '-';

/** Questions as rows, profiles as columns; as many beside each other as can be read, the others below. */
export function answersTable(profiles: readonly IsolationProfile[], width: number): string {
  const room = width - LABEL_WIDTH;
  const most = Math.max(1, Math.floor(room / (NARROWEST_CELL + GAP)));
  const tables: string[] = [];
  for (let at = 0; at < profiles.length; at += most) {
    tables.push(oneTable(profiles.slice(at, at + most), width));
  }
  return tables.join('\n');
}

function oneTable(profiles: readonly IsolationProfile[], width: number): string {
  const cell = Math.floor((width - LABEL_WIDTH) / profiles.length) - GAP;
  const widths = [LABEL_WIDTH, ...profiles.map(() => cell)];
  const head = row(['', ...profiles.map(heading)], widths);
  return (
    head +
    ISOLATION_QUESTIONS.map(({ id, title }) => question(id, title, profiles, widths, width)).join(
      '',
    )
  );
}

function heading({ name, kind, state, runtime }: IsolationProfile): string {
  const what = kind === 'module' ? 'file' : [runtime, state].filter(Boolean).join(', ');
  return `${plain(name, 60)} (${plain(what, 60)})`;
}

function question(
  id: string,
  title: string,
  profiles: readonly IsolationProfile[],
  widths: readonly number[],
  width: number,
): string {
  const answers = profiles.map((profile) => profile.answers.find((one) => one.question === id));
  const rows = BASES.filter((basis) => answers.some((answer) => answer?.[basis] !== undefined)).map(
    (basis) =>
      row(
        [`  ${basis}`, ...answers.map((answer) => plain(answer?.[basis]?.says ?? NOT_TOLD))],
        widths,
      ),
  );
  const line = padded('', LABEL_WIDTH + GAP);
  const none = rows.length === 0 ? `${line}${NOT_TOLD}\n` : '';
  return `\n${wrap(title, width).join('\n')}\n${rows.join('')}${none}`;
}
