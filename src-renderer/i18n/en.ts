/** English is written where it is shown; here is only what has a form for one and one for many. */
export const en = {
  '{{count}} more in Runtimes_one': '{{count}} more in Runtimes',
  '{{count}} more in Runtimes_other': '{{count}} more in Runtimes',
  '{{count}} command_one': '{{count}} command',
  '{{count}} command_other': '{{count}} commands',
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
} as const;
