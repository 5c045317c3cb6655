import { ownGuestIn } from '../profiles/own-guest.js';
import { profileOf } from '../profiles/profiles.js';
import type { Feature } from './feature.js';

/** What isolates one instance or a module's file, and what that means. */
export const isolationFeature: Feature = ({ dispatcher, monitor, probes, comparisons, twins }) => {
  dispatcher.handle('isolation.profile', ({ subject }) =>
    profileOf(subject, {
      monitor,
      matrix: () => probes.matrix,
      ownGuest: (pid) => ownGuestIn(pid, comparisons, twins),
    }),
  );
};
