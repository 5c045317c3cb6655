import { LabError } from '../../src-main/contract/index.js';

/** The LabError that `act` throws; anything else, or nothing, fails the test. */
export function refusalOf(act: () => unknown): LabError {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    throw thrown;
  }
  throw new Error('it was accepted');
}

export async function rejectionOf(promise: Promise<unknown>): Promise<LabError> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    throw thrown;
  }
  throw new Error('it was accepted');
}
