/** The definitions of memory (`MEMORY_DEFINITIONS`). */
export const samples = {} as const satisfies Record<string, string>;
