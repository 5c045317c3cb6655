export const instances = {} as const satisfies Record<string, string>;
