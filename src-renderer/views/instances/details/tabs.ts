import type { Words } from '../../../i18n/index.js';

export const TABS = [
  { name: 'live', title: 'Live' },
  { name: 'logs', title: 'Logs' },
  { name: 'isolation', title: 'Isolation' },
  { name: 'processes', title: 'Processes' },
  { name: 'configuration', title: 'Configuration' },
  { name: 'events', title: 'Events' },
] as const satisfies readonly { name: string; title: Words }[];
export type TabName = (typeof TABS)[number]['name'];
