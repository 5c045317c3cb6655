export const experiments = {} as const satisfies Record<string, string>;
