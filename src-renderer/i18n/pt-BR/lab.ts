export const lab = {} as const satisfies Record<string, string>;
