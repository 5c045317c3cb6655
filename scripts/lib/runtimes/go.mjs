import { join } from 'node:path';
import { needTool } from './need-tool.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{ by: 'go', module: string }} Go */

/**
 * @param {Go} way
 * @param {import('./install.mjs').Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
export async function installWithGo({ module }, shop, work) {
  const go = needTool('go', work.env);
  await runTool([go, 'install', `${module}@latest`], work, {
    cwd: shop.scrap,
    env: { GOBIN: join(shop.made, 'bin') },
    hint: 'if it asks for a newer Go, update Go; else see whether the network is there.',
  });
}
