/** English is written where it is shown; here is only what has a form for one and one for many. */
export const en = {
  'and {{count}} more record_one': 'and {{count}} more record',
  'and {{count}} more record_other': 'and {{count}} more records',
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
} as const;
