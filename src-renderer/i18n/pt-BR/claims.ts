export const claims = {} as const satisfies Record<string, string>;
