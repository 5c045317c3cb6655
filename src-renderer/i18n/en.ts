/** English is written where it is shown; here is only what has a form for one and one for many. */
export const en = {
  '{{count}} core_one': '{{count}} core',
  '{{count}} core_other': '{{count}} cores',
  '{{count}} sample a second_one': '{{count}} sample a second',
  '{{count}} sample a second_other': '{{count}} samples a second',
  '{{counts}} of {{count}} instance_one': '{{counts}} of {{count}} instance',
  '{{counts}} of {{count}} instance_other': '{{counts}} of {{count}} instances',
  '{{count}} running_one': '{{count}} running',
  '{{count}} running_other': '{{count}} running',
  '{{count}} paused_one': '{{count}} paused',
  '{{count}} paused_other': '{{count}} paused',
  '{{count}} restarting_one': '{{count}} restarting',
  '{{count}} restarting_other': '{{count}} restarting',
  '{{count}} stopped_one': '{{count}} stopped',
  '{{count}} stopped_other': '{{count}} stopped',
  'restarted {{count}} time by its engine_one': 'restarted {{count}} time by its engine',
  'restarted {{count}} time by its engine_other': 'restarted {{count}} times by its engine',
  'Alerts, {{count}} new_one': 'Alerts, {{count}} new',
  'Alerts, {{count}} new_other': 'Alerts, {{count}} new',
  'restarted {{count}} time_one': 'restarted {{count}} time',
  'restarted {{count}} time_other': 'restarted {{count}} times',
  '{{count}} fact_one': '{{count}} fact',
  '{{count}} fact_other': '{{count}} facts',
  '{{count}} process_one': '{{count}} process',
  '{{count}} process_other': '{{count}} processes',
  '{{count}} process, read every 2 s_one': '{{count}} process, read every 2 s',
  '{{count}} process, read every 2 s_other': '{{count}} processes, read every 2 s',
  '{{count}} older line dropped: {{kept}} are kept._one':
    '{{count}} older line dropped: {{kept}} are kept.',
  '{{count}} older line dropped: {{kept}} are kept._other':
    '{{count}} older lines dropped: {{kept}} are kept.',
  '{{count}} line skipped: they came faster than they can be shown._one':
    '{{count}} line skipped: they came faster than they can be shown.',
  '{{count}} line skipped: they came faster than they can be shown._other':
    '{{count}} lines skipped: they came faster than they can be shown.',
} as const;
