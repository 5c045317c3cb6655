import { startScreen } from '../display.mjs';
import { Stop } from '../say.mjs';
import { startInstalled } from './installed-app.mjs';
import { pageAt } from '../page-over-cdp.mjs';

/** Both ends are of the machine's one clock: the page's times are counted from `timeOrigin`. */
const FIRST_PICTURE = `new Promise((resolve) => {
  const when = ({ startTime }) => resolve(performance.timeOrigin + startTime);
  const [there] = performance.getEntriesByName('first-contentful-paint');
  if (there) when(there);
  else new PerformanceObserver((list) => {
    const [found] = list.getEntriesByName('first-contentful-paint');
    if (found) when(found);
  }).observe({ type: 'paint', buffered: true });
})`;

/**
 * @param {import('./check/user.mjs').User} user
 * @param {number} times
 * @returns {Promise<number[]>} from the command to the first picture, each
 */
export async function measureWindowStarts(user, times) {
  const screen = await startScreen();
  if ('why' in screen) throw new Stop(`There is no screen: ${screen.why}`, 'Install xvfb.');
  const startsMs = [];
  for (let turn = 0; turn < times; turn += 1) {
    const app = await startInstalled(user.as, screen.env['DISPLAY'] ?? '');
    try {
      const page = await pageAt(app.endpoint);
      startsMs.push(Number(await page.evaluate(FIRST_PICTURE)) - app.startedAtMs);
      page.close();
    } finally {
      await app.end();
    }
  }
  return startsMs;
}
