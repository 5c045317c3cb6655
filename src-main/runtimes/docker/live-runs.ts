/** The run labels of the containers that this process looks after; what is ours but not here was lost. */
export const liveRuns = new Set<string>();
