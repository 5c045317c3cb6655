export const runtimes = {} as const satisfies Record<string, string>;
