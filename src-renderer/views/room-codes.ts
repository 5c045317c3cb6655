import { RoomCode } from '../state/room-code.svelte.js';

/** Each room is a part of the page of its own (`RoomCode`). */
export const roomCodes = () => ({
  lab: new RoomCode(() => import('./lab/LabView.svelte')),
  instances: new RoomCode(() => import('./instances/InstancesView.svelte')),
  isolation: new RoomCode(() => import('./isolation/IsolationView.svelte')),
  experiments: new RoomCode(() => import('./experiments/ExperimentsView.svelte')),
  history: new RoomCode(() => import('./history/HistoryView.svelte')),
  claims: new RoomCode(() => import('./claims/ClaimsView.svelte')),
  runtimes: new RoomCode(() => import('./runtimes/RuntimesView.svelte')),
  settings: new RoomCode(() => import('./settings/SettingsView.svelte')),
});
