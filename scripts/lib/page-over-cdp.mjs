import { once } from 'node:events';
import { WebSocket } from 'ws';

const AGAIN_AFTER_MS = 100;
const IS_THERE = "location.protocol === 'paralelo:' && document.readyState === 'complete'";

/** @typedef {{ type: string, url: string, webSocketDebuggerUrl: string }} Target */

/**
 * The app's page, by Chromium's protocol. Playwright's own client asks for what Electron does not have.
 * @param {string} endpoint
 * @param {string} [isThere] an expression of the page: that it is the one that is meant, and not the empty one before it
 */
export async function pageAt(endpoint, isThere = IS_THERE) {
  const target = await firstPage(endpoint);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  let last = 0;
  /**
   * @param {string} expression
   * @returns {Promise<unknown>} its value, awaited
   */
  const evaluate = (expression) => {
    last += 1;
    const id = last;
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    return new Promise((resolve, reject) => {
      /** @param {import('ws').RawData} data */
      const onMessage = (data) => {
        const { id: answered, result, error } = JSON.parse(String(data));
        if (answered !== id) return;
        socket.off('message', onMessage);
        if (error !== undefined) return reject(new Error(error.message));
        const { exceptionDetails } = result;
        if (exceptionDetails === undefined) resolve(result.result.value);
        else reject(new Error(exceptionDetails.exception?.description ?? exceptionDetails.text));
      };
      socket.on('message', onMessage);
    });
  };
  // Until then what is asked of it goes with the empty page it was.
  while ((await evaluate(isThere).catch(() => false)) !== true) await aMoment();
  return { url: target.url, evaluate, close: () => socket.close() };
}

/**
 * @param {string} endpoint answers before there is a page
 * @returns {Promise<Target>}
 */
async function firstPage(endpoint) {
  for (;;) {
    const answer = await fetch(`${endpoint}/json/list`);
    const targets = /** @type {Target[]} */ (await answer.json());
    const page = targets.find(({ type, url }) => type === 'page' && url !== '');
    if (page !== undefined) return page;
    await aMoment();
  }
}

function aMoment() {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
}

/**
 * A promise of the page: the first truthy value of this expression, looked for at every change of the document.
 * @param {string} expression
 * @param {number} withinMs
 */
export function until(expression, withinMs) {
  return `new Promise((resolve, reject) => {
    const look = () => { const found = ${expression}; if (found) { watch.disconnect(); resolve(found); } };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(() => reject(new Error('not within ${withinMs} ms: ' + ${JSON.stringify(expression)})), ${withinMs});
    look();
  })`;
}
