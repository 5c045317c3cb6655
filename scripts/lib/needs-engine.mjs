/** Tests that are nothing without a container engine, for Vitest and Playwright alike. */
const NEEDS_ENGINE = [
  '**/integration/console/{bench,claims,inspect,killed,run,twin}.test.ts',
  '**/integration/experiments/{bad-luck,density,limits,memory,own-program,portability,speed,startup}.test.ts',
  '**/integration/experiments/isolation/**',
  '**/integration/isolation/{container,profile/*}.test.ts',
  '**/integration/lab/{contract,probes,try-out}.test.ts',
  '**/integration/metrics/containers.test.ts',
  '**/integration/runtimes/docker/**',
  '**/e2e/{electron,chromium}/{claims,closing,connection,isolation-view,lab,runtimes}.spec.ts',
  '**/e2e/chromium/isolation.spec.ts',
];

/** Set by `npm test` where there is no engine and none may be installed. */
export const WITHOUT_ENGINE = 'PARALELO_WITHOUT_ENGINE';

/** The tests to leave out here; `npm test` then says so at its end. */
export const LEFT_OUT = process.env[WITHOUT_ENGINE] === undefined ? [] : NEEDS_ENGINE;

/** Integration tests of what has nothing to do with containers: they run beside those that share an engine. */
export const WITHOUT_CONTAINERS = [
  'test/integration/experiments/{density-wasm,portability-wasm,speed-wasm,wasi-testsuite}.test.ts',
  'test/integration/isolation/modules.test.ts',
  'test/integration/runtimes/{browser,command,module,v8}/**/*.test.ts',
  'test/integration/{scripts,store,workloads}/**/*.test.ts',
];
