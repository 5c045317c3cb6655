/** What two worlds can be compared by: not how they are walled, but what the guest can do. */
export const ISOLATION_QUESTIONS = [
  { id: 'host-files', title: 'Can it read the host’s files?' },
  { id: 'processes', title: 'Can it see other processes?' },
  { id: 'network', title: 'Can it reach the network?' },
  { id: 'memory', title: 'Can it exceed its memory?' },
  { id: 'time', title: 'Can it run for ever?' },
  { id: 'root', title: 'Can it become root?' },
  { id: 'second-wall', title: 'What stands behind the first wall?' },
] as const;
export type QuestionId = (typeof ISOLATION_QUESTIONS)[number]['id'];

export type Basis = 'declared' | 'effective' | 'proven';

/** `closed`: no; `partly`: only what it was given, or up to a limit; `open`: yes. `unknown` is no reassurance. */
export type Openness = 'closed' | 'partly' | 'open' | 'unknown';

/** Where an answer comes from: the file or field, and what it said. */
export interface Evidence {
  /** `/proc/PID/status CapEff`, `HostConfig.PidMode`, `imports`, `probe read-outside`. */
  source: string;
  value: string;
}

/** One check's result. The answer to a question is that of its most open check. */
export interface CheckResult {
  /** `engine-socket`; the same in every profile. */
  id: string;
  question: QuestionId;
  basis: Basis;
  openness: Openness;
  /** A few words: `the engine’s socket is mounted`. */
  says: string;
  /** `mount namespace`, `seccomp`, `linear memory`, … */
  mechanism: string;
  evidence: Evidence[];
  /** What would close it, as the exact flag where there is one. */
  hint?: string;
}

export interface QuestionAnswer {
  question: QuestionId;
  /** Each with its own answer: the most open of its checks. Absent where nothing is told on that basis. */
  declared?: BasisAnswer;
  effective?: BasisAnswer;
  proven?: BasisAnswer;
}

export interface BasisAnswer {
  openness: Openness;
  /** `no: nothing of the host is mounted`; short enough for a cell. */
  says: string;
  /** The most open first. */
  checks: CheckResult[];
}

/** One thing to change: what loosened it, and the flag that puts it right. */
export interface Advice {
  id: string;
  severity: 'grave' | 'notable' | 'minor';
  /** What is so, and what follows from it. */
  message: string;
  /** `--cap-drop NET_RAW`, or what to leave out: `without --privileged`. */
  change: string;
  /** Against what it was found: the engine's default, what the workload uses, or the published benchmark. */
  against: 'default' | 'least-privilege' | 'benchmark';
  /** The number of the recommendation in section 5 of the CIS Docker Benchmark v1.6.0: `5.5`. */
  benchmark?: string;
}
