/** English is written where it is shown; here is only what has a form for one and one for many. */
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
} as const;
