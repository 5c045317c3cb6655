/** What the other rooms use of the browser runtime. */
export { GuestHosting } from './hosting.js';
export type { GuestPageOpener, OpenedPage } from './opener.js';
export { createBrowserSource } from './source.js';
