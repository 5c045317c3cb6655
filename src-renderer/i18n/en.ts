/** English is written where it is shown; here is only what has a form for one and one for many. */
export const en = {
  'and {{count}} more record_one': 'and {{count}} more record',
  'and {{count}} more record_other': 'and {{count}} more records',
  '{{count}} command_one': '{{count}} command',
  '{{count}} command_other': '{{count}} commands',
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
  '{{count}} time that asked the same_one': '{{count}} time that asked the same',
  '{{count}} time that asked the same_other': '{{count}} times that asked the same',
  '{{count}} older one is not shown._one': '{{count}} older one is not shown.',
  '{{count}} older one is not shown._other': '{{count}} older ones are not shown.',
  '{{count}} result_one': '{{count}} result',
  '{{count}} result_other': '{{count}} results',
  '{{count}} entry marked_one': '{{count}} entry marked',
  '{{count}} entry marked_other': '{{count}} entries marked',
} as const;
