import { until } from '../../../scripts/lib/page-over-cdp.mjs';

const WITHIN_MS = 30_000;
const LANES = 3;

/** In the page: presses what a user would, so that three lanes of `grow` run for longer than half a minute. */
export const RUN_LANES = `(async () => {
  const until = (look) => new Promise((resolve, reject) => {
    const find = () => { const found = look(); if (found) { watch.disconnect(); resolve(found); } };
    const watch = new MutationObserver(find);
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(() => reject(new Error('not in the page: ' + look)), ${String(WITHIN_MS)});
    find();
  });
  const button = (words) => [...document.querySelectorAll('button')].find((each) =>
    words.test(each.ariaLabel ?? each.textContent.trim()) && !each.disabled && each.ariaDisabled !== 'true');
  const fill = async (label, text) => {
    const named = await until(() => [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === label));
    const field = document.getElementById(named.htmlFor) ?? named.querySelector('input');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  await fill('Arguments', '--to 30MiB --step 100KiB --pace 100ms');
  await fill('Time', '60 s');
  const run = async () => (await until(() => button(/^Run/))).click();
  if (document.querySelectorAll('[data-testid=lane]').length === ${String(LANES)}) return run();
  (await until(() => button(/^Lanes/))).click();
  const lanes = () => [...document.querySelectorAll('output')].reduce((sum, each) => sum + Number(each.value), 0);
  await until(() => lanes() > 0);
  while (lanes() < ${String(LANES)}) {
    const before = lanes();
    (await until(() => button(/^One more V8.* lane$/))).click();
    await until(() => lanes() > before);
  }
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await until(() => !document.querySelector('[role=dialog]'));
  await run();
})()`;

/** The lanes that run now. */
export const RUNNING = until(
  `document.querySelectorAll('[data-testid=lane][data-state=running]').length === ${String(LANES)}`,
  WITHIN_MS,
);
