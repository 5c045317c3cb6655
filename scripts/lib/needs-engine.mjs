/** Tests that are nothing without a container engine, for Vitest and Playwright alike. */
const NEEDS_ENGINE = [
  '**/integration/console/{killed,run,twin}.test.ts',
  '**/integration/isolation/container.test.ts',
  '**/integration/lab/{contract,try-out}.test.ts',
  '**/integration/metrics/containers.test.ts',
  '**/integration/runtimes/docker/**',
  '**/e2e/{electron,chromium}/{closing,connection,lab,runtimes}.spec.ts',
];

/** Set by `npm test` where there is no engine and none may be installed. */
export const WITHOUT_ENGINE = 'PARALELO_WITHOUT_ENGINE';

/** The tests to leave out here; `npm test` then says so at its end. */
export const LEFT_OUT = process.env[WITHOUT_ENGINE] === undefined ? [] : NEEDS_ENGINE;
