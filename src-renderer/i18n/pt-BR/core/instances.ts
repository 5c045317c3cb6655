/** What the core says of instances: their configuration, their alerts and logs, and what a run would lack. */
export const instances = {
  Network: 'Rede',
  'a pipe to {{name}} (pid {{pid}})': 'um pipe para {{name}} (pid {{pid}})',
} as const satisfies Record<string, string>;
