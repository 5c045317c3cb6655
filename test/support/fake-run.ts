import type {
  LiveRunView,
  Memory,
  MemoryName,
  Outcome,
  Phase,
  RunRecord,
  RunRequest,
  RunStatus,
  Sample,
} from '../../src-main/contract/index.js';
import { INFO } from './fake-machine.js';
import type { Script } from './fake-scripts.js';

const TICK_MS = 100;

interface FakeRunOptions {
  id: string;
  comparisonId: string;
  request: RunRequest;
  script: Script;
  push: (name: string, payload: unknown) => void;
}

/** One pretended run on a clock of its own. */
export class FakeRun {
  status: RunStatus;
  readonly #samples: Sample[] = [];
  #stdout = '';
  #stderr = '';
  #clockMs: number;
  #nextOutput = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #record: RunRecord | undefined;
  readonly #script: Script;

  constructor(private readonly options: FakeRunOptions) {
    const { id, comparisonId, request, script } = options;
    this.#script = script;
    this.#clockMs = -script.prepareMs;
    const { kind, ref, args } = request.workload;
    this.status = {
      id,
      comparisonId,
      runtime: request.runtime,
      kind: script.kind,
      state: 'preparing',
      workload: {
        kind,
        ref,
        args,
        ...(script.kind === 'wasm'
          ? { sha256: '3f1c5a9e0b7d4c2f8e6a1d3b5c7f9e0a2b4d6f8a1c3e5f7092b4d6f8a1c3e5a9' }
          : { digest: 'sha256:9e0b7d4c2f8e6a1d3b5c7f9e0a2b4d6f8a1c3e5f7092b4d6f8a1c3e5a93f1c5a' }),
      },
      limits: request.limits,
      enforcedBy:
        request.limits.memoryBytes === undefined
          ? {}
          : { memory: script.kind === 'container' ? 'cgroup' : 'module-maximum', time: 'lab-kill' },
      phases: [],
      isolation: [],
      warnings: [],
    };
  }

  play(speed: number): void {
    this.#timer = setInterval(() => this.playTo(this.#clockMs + TICK_MS * speed), TICK_MS);
  }

  /** To this many milliseconds from the request; sends what happened on the way. */
  playTo(ms: number): void {
    if (this.status.state === 'ended' || ms <= this.#clockMs) return;
    const from = Math.max(0, this.#clockMs);
    this.#clockMs = Math.min(ms, this.#script.endMs);
    if (this.#clockMs < 0) return;
    this.#advance();
    this.#sample(from);
    this.#print();
    if (this.#clockMs >= this.#script.endMs) this.#end(this.#script.outcome);
  }

  stop(): void {
    if (this.status.state === 'ended') return;
    this.#clockMs = Math.max(0, this.#clockMs);
    this.#end({ kind: 'stopped', signal: 'SIGKILL', reason: 'You stopped it.' });
  }

  view(): LiveRunView {
    return {
      status: this.status,
      samples: [...this.#samples],
      stdout: this.#stdout,
      stderr: this.#stderr,
      ...(this.#record !== undefined && { record: this.#record }),
    };
  }

  #advance(): void {
    const phases = this.#phases();
    const main = phases.some(({ name }) => name === 'main');
    this.#become({
      state: main ? 'running' : 'starting',
      phases,
      isolation: this.#script.isolation,
      warnings: this.#script.warnings,
      ...(main && { instance: this.#script.instance }),
    });
  }

  #phases(): Phase[] {
    let startMs = 0;
    return this.#script.phases.flatMap(({ name, ms, bound }) => {
      const phase: Phase = { name, startMs, bound };
      startMs += ms;
      if (startMs <= this.#clockMs) phase.durationMs = ms;
      return phase.startMs <= this.#clockMs ? [phase] : [];
    });
  }

  #sample(from: number): void {
    const startMs = this.#script.phases[0]?.ms ?? 0;
    const fresh: Sample[] = [];
    for (let tick = Math.floor(from / TICK_MS) + 1; tick * TICK_MS <= this.#clockMs; tick += 1) {
      const tMs = tick * TICK_MS;
      if (tMs < startMs) continue;
      const cpuPercent = this.#script.cpuPercent(tMs);
      fresh.push({
        tMs,
        ...(this.#samples.length + fresh.length > 0 && { cpuPercent }),
        cpuTimeMs: tMs * 0.34,
        memory: this.#script.memory(tMs),
        pids: 1,
      });
    }
    this.#samples.push(...fresh);
    if (fresh.length > 0) {
      this.options.push('runs.samples', [{ runId: this.status.id, samples: fresh }]);
    }
  }

  #print(): void {
    const { output } = this.#script;
    for (; (output[this.#nextOutput]?.atMs ?? Infinity) <= this.#clockMs; this.#nextOutput += 1) {
      const { stream, text } = output[this.#nextOutput] ?? { stream: 'stdout', text: '' };
      if (stream === 'stdout') this.#stdout += text;
      else this.#stderr += text;
      this.options.push('runs.output', [{ runId: this.status.id, stream, text, skippedBytes: 0 }]);
    }
  }

  #end(outcome: Outcome): void {
    clearInterval(this.#timer);
    const phases = this.#phases().map((phase) => ({
      ...phase,
      durationMs: phase.durationMs ?? this.#clockMs - phase.startMs,
    }));
    const last = {
      tMs: this.#clockMs,
      memory: this.#script.memory(this.#clockMs),
      cpuPercent: 4,
      cpuTimeMs: this.#clockMs * 0.34,
    };
    this.#samples.push(last);
    const { environment } = INFO;
    this.#record = {
      ...this.status,
      requestedAt: '2026-01-01T00:00:00Z',
      outcome,
      phases,
      durationMs: this.#clockMs,
      samples: [...this.#samples],
      peak: peakOf(this.#samples),
      stdout: this.#stdout,
      stderr: this.#stderr,
      stdoutBytes: this.#stdout.length,
      stderrBytes: this.#stderr.length,
      stdoutSha256: hashLike(this.#stdout),
      truncated: false,
      environment,
    };
    this.#become({ state: 'ended', outcome, phases, durationMs: this.#clockMs });
    this.options.push('runs.ended', this.#record);
  }

  #become(change: Partial<RunStatus>): void {
    this.status = { ...this.status, ...change };
    this.options.push('runs.status', this.status);
  }
}

function peakOf(samples: readonly Sample[]): Memory {
  const peak: Memory = {};
  for (const { memory } of samples) {
    for (const [name, bytes] of Object.entries(memory) as [MemoryName, number][]) {
      peak[name] = Math.max(peak[name] ?? 0, bytes);
    }
  }
  return peak;
}

/** Not a hash, but the same for the same text, and as long. */
function hashLike(text: string): string {
  let state = 7;
  for (const char of text) state = (state * 31 + (char.codePointAt(0) ?? 0)) % 0xfff_fff7;
  return state.toString(16).padStart(8, '0').repeat(8);
}
