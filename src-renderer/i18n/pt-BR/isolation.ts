export const isolation = {} as const satisfies Record<string, string>;
