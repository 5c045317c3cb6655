/**
 * English is written where it is shown; here is only what has a form for one and one for many, and what
 * English says with one word for two things: after a bar stands which of them.
 */
export const en = {
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
  '{{count}} value_one': '{{count}} value',
  '{{count}} value_other': '{{count}} values',
  '{{count}} outlier_one': '{{count}} outlier',
  '{{count}} outlier_other': '{{count}} outliers',
  'ended, {{count}} run_one': 'ended, {{count}} run',
  'ended, {{count}} run_other': 'ended, {{count}} runs',
  'stopped, {{count}} run_one': 'stopped, {{count}} run',
  'stopped, {{count}} run_other': 'stopped, {{count}} runs',
  'At most {{count}} run of each, interleaved._one': 'At most {{count}} run of each, interleaved.',
  'At most {{count}} run of each, interleaved._other':
    'At most {{count}} runs of each, interleaved.',
  '{{count}} run gave no value; the others count._one':
    '{{count}} run gave no value; the others count.',
  '{{count}} run gave no value; the others count._other':
    '{{count}} runs gave no value; the others count.',
  '{{count}} failed run_one': '{{count}} failed run',
  '{{count}} failed run_other': '{{count}} failed runs',
  'Run|noun': 'Run',
  'none|feminine': 'none',
  'the image’s own|command': 'the image’s own',
} as const;
