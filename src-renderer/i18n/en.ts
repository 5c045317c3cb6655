/**
 * English is written where it is shown; here is only what has a form for one and one for many, and what
 * English says with one word for two things: after a bar stands which of them.
 */
export const en = {
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
  '{{count}} request/s_one': '{{count}} request/s',
  '{{count}} request/s_other': '{{count}} requests/s',
  'This lab made {{count}} request a second of it._one':
    'This lab made {{count}} request a second of it.',
  'This lab made {{count}} request a second of it._other':
    'This lab made {{count}} requests a second of it.',
  '{{file}} is made of {{count}} entry._one': '{{file}} is made of {{count}} entry.',
  '{{file}} is made of {{count}} entry._other': '{{file}} is made of {{count}} entries.',
  '{{count}} entry was imported._one': '{{count}} entry was imported.',
  '{{count}} entry was imported._other': '{{count}} entries were imported.',
  '{{count}} was here already._one': '{{count}} was here already.',
  '{{count}} was here already._other': '{{count}} were here already.',
  '{{count}} has another id: one that differs has theirs here._one':
    '{{count}} has another id: one that differs has theirs here.',
  '{{count}} has another id: one that differs has theirs here._other':
    '{{count}} have another id: one that differs has theirs here.',
  '{{count}} runtime_one': '{{count}} runtime',
  '{{count}} runtime_other': '{{count}} runtimes',
  '{{count}} volume_one': '{{count}} volume',
  '{{count}} volume_other': '{{count}} volumes',
  '{{count}} variable_one': '{{count}} variable',
  '{{count}} variable_other': '{{count}} variables',
  '{{count}} loosened_one': '{{count}} loosened',
  '{{count}} loosened_other': '{{count}} loosened',
  '{{count}} more fact_one': '{{count}} more fact',
  '{{count}} more fact_other': '{{count}} more facts',
  '{{count}} recorded run, aligned at their requests_one':
    '{{count}} recorded run, aligned at their requests',
  '{{count}} recorded run, aligned at their requests_other':
    '{{count}} recorded runs, aligned at their requests',
  '{{here}} of {{count}} runtime here_one': '{{here}} of {{count}} runtime here',
  '{{here}} of {{count}} runtime here_other': '{{here}} of {{count}} runtimes here',
  'Run|noun': 'Run',
  'running|run': 'running',
  'Start|noun': 'Start',
  'CPU limit|title': 'CPU limit',
  'Fuel|short': 'Fuel',
  'none|feminine': 'none',
  'fuel|limit': 'fuel',
  'the image’s own|command': 'the image’s own',
  'waiting|queue': 'waiting',
  'Environment|variables': 'Environment',
} as const;
