import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { uncovered } from '../../support/uncovered.js';
import { isRoot } from './electron.js';
import type { OpenLab } from './lab-page.js';

type Scene = (title: string, body: (openLab: OpenLab) => Promise<void>) => void;

/** Below the engine's API, in their order; who is not root sees only the cgroup. */
const PARTS_OF_A_START = isRoot
  ? [
      'start asked for → bundle written',
      'bundle written → OCI runtime begun',
      'OCI runtime begun → cgroup made',
      'cgroup made → namespaces and root made',
      'namespaces and root made → program begun',
      'program begun → seen to run',
    ]
  : ['start asked for → cgroup made', 'cgroup made → seen to run'];

async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

/** What must work in the Lab in every shell, as a user does it. */
export function labScenes(scene: Scene): void {
  scene(
    'one program grows in both worlds, and each lane says in words how it ended',
    async (openLab) => {
      const lab = await openLab();
      await lab.chooseProgram('grow');
      await lab.fill('Memory', '32m');
      await lab.fill('Arguments', '--to 64m --step 1m --pace 20ms');
      await lab.watchStates();
      await lab.run();
      await expect(lab.container).toHaveAttribute('data-outcome', 'oom-killed');
      await expect(lab.container).toContainText('OOM-killed after');
      await expect(lab.container).toContainText('more memory than its limit allows');
      await expect(lab.wasm).toHaveAttribute('data-outcome', 'memory-refused');
      await expect(lab.wasm).toContainText('memory refused, exit 7');
      await expect(lab.wasm.getByRole('log')).toContainText(/refused at \d+ bytes/);

      const runtime = (await lab.container.getAttribute('data-runtime')) ?? '';
      expect(await lab.seenStates()).toEqual(
        expect.arrayContaining([`${runtime} running`, 'v8 running']),
      );

      const memory = lab.chartSummary('Memory');
      await expect(memory).toContainText(/Working set up to (2[5-9]|3[0-2])(\.\d)? MiB/);
      await expect(memory).toContainText(/Linear memory up to (2[5-9]|3[0-2])(\.\d)? MiB/);
      for (const lane of [lab.container, lab.wasm]) {
        await expect.poll(() => lab.pixelsOf(lane, 'Memory')).toBeGreaterThan(100);
        await expect.poll(() => lab.pixelsOf(lane, 'CPU')).toBeGreaterThan(20);
      }
    },
  );

  scene('a program that never ends is stopped in every lane', async (openLab) => {
    const lab = await openLab();
    await lab.spinForever();
    await lab.stopButton.click();
    for (const lane of [lab.container, lab.wasm]) {
      await expect(lane).toHaveAttribute('data-outcome', 'stopped');
      await expect(lane).toContainText('stopped by you');
    }
    await expect(lab.runButton).toHaveText('Run again');
  });

  scene('HTML and terminal escapes of a guest are shown as text', async (openLab) => {
    const lab = await openLab();
    const hostile =
      '<img src=x onerror="window.injected=true"><script>window.injected=true</script>';
    await lab.chooseProgram('grow');
    await lab.fill('Arguments', `--to '${hostile}\u001b[31m\u202ered'`);
    await lab.run();
    for (const lane of [lab.container, lab.wasm]) {
      await expect(lane).toHaveAttribute('data-state', 'ended');
      const output = lane.getByRole('log');
      await expect(output).toContainText(hostile);
      await expect(output).toContainText('\u241b[31m\u27e8U+202E\u27e9red');
      await expect(output.locator('img, script')).toHaveCount(0);
    }
    expect(await lab.page.evaluate(() => window.injected)).toBeUndefined();
  });

  scene('without an engine one sentence says so, and the Wasm lane works', async (openLab) => {
    const lab = await openLab({
      DOCKER_HOST: 'unix:///nonexistent/docker.sock',
      CONTAINER_HOST: 'unix:///nonexistent/podman.sock',
    });
    await expect(lab.page.getByRole('note')).toContainText('/nonexistent/docker.sock');
    await expect(lab.page.getByRole('button', { name: 'Look again' })).toBeVisible();
    await lab.chooseProgram('hello');
    await lab.run();
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'exited');
    await expect(lab.wasm.getByRole('log')).toHaveText('hello');
    await expect(lab.lanes).toHaveCount(1);
  });

  scene('a reload in the middle of a run catches up with it', async (openLab) => {
    const lab = await openLab();
    await lab.spinForever();
    const isDrawn = (): Promise<number> => lab.pixelsOf(lab.wasm, 'CPU');
    await expect.poll(isDrawn).toBeGreaterThan(20);
    const names = await lab.lanes.evaluateAll((all) => all.map((each) => each.ariaLabel));

    await lab.page.reload();
    await expect(lab.lanes).toHaveCount(2);
    expect(await lab.lanes.evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual(names);
    await expect(lab.wasm).toHaveAttribute('data-state', 'running');
    await expect.poll(isDrawn).toBeGreaterThan(20);
    await lab.stopButton.click();
    await expect(lab.container).toHaveAttribute('data-outcome', 'stopped');
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'stopped');
  });

  scene('the keyboard alone chooses, runs and stops', async (openLab) => {
    const lab = await openLab();
    const { keyboard } = lab.page;
    await tabTo(lab.page.getByRole('button', { name: /^Program/ }));
    await keyboard.press('Enter');
    await expect(lab.page.getByRole('radio', { name: /^grow\b/ })).toBeFocused();
    const spin = lab.page.getByRole('radio', { name: /^spin\b/ });
    while (!(await spin.isChecked())) await keyboard.press('ArrowDown');
    await keyboard.press('Escape');
    await tabTo(lab.field('Arguments'));
    await keyboard.press('Control+A');
    await keyboard.type('--forever');
    await tabTo(lab.runButton);
    await keyboard.press('Enter');
    await expect(lab.wasm).toHaveAttribute('data-state', 'running');
    await expect(lab.container).toHaveAttribute('data-state', 'running');
    await keyboard.press('Escape');
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'stopped');
    await expect(lab.container).toHaveAttribute('data-outcome', 'stopped');
    await keyboard.press('Control+Enter');
    await expect(lab.wasm).toHaveAttribute('data-state', 'running');
    await keyboard.press('Control+.');
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'stopped');
  });

  scene('the parts of a container’s start are told to pointer and keyboard', async (openLab) => {
    const lab = await openLab();
    await lab.chooseProgram('spin');
    // An OCI runtime clears up after a guest that has ended.
    await lab.fill('Arguments', '--for 1s');
    await lab.run();
    await expect(lab.container).toHaveAttribute('data-outcome', 'exited');
    await expect(lab.wasm).toHaveAttribute('data-outcome', 'exited');
    const waterfall = lab.page.getByRole('region', { name: 'Start', exact: true });
    const start = waterfall.getByRole('button', { name: /^start / });
    const tooltip = lab.page.getByRole('tooltip');

    await start.hover();
    const [whole = '', ...lines] = (await tooltip.innerText()).split('\n');
    const parts = lines.filter((line) => line.includes(' → '));
    expect(parts.map((line) => line.split(':')[0])).toEqual(PARTS_OF_A_START);
    const ms = (line: string): number => Number(/: ([\d.]+) ms$/.exec(line)?.[1]);
    const sumMs = parts.reduce((sum, line) => sum + ms(line), 0);
    // Each is shown rounded.
    expect(Math.abs(sumMs - ms(whole))).toBeLessThanOrEqual(0.5 * (parts.length + 1));
    if (!isRoot) {
      expect(lines.at(-1)).toContain('only root may read');
      uncovered(
        'All parts of a container’s start in the Lab',
        'Only root sees more than the cgroup.',
      );
    }
    await lab.page.mouse.move(0, 0);
    await expect(tooltip).toBeHidden();

    await tabTo(waterfall.getByRole('button', { name: /^create / }));
    await lab.page.keyboard.press('ArrowRight');
    await expect(start).toBeFocused();
    await expect(tooltip).toHaveText([whole, ...lines].join('\n'), { useInnerText: true });
    await expect(start).toHaveAccessibleDescription(new RegExp(parts.join('.*')));
  });

  scene('the details of every lane lie above the rest, and can be copied', async (openLab) => {
    const lab = await openLab();
    await lab.chooseProgram('hello');
    await lab.run();
    for (const lane of [lab.container, lab.wasm]) {
      await expect(lane).toHaveAttribute('data-outcome', 'exited');
      await lane.getByRole('button', { name: /^Details of/ }).click();
      const details = lab.page.getByRole('dialog', { name: /^Details of/ });
      await details.getByRole('button', { name: 'Copy run', exact: true }).click();
      await expect(details.getByRole('button', { name: 'run copied', exact: true })).toBeVisible();
      await lab.page.keyboard.press('Escape');
      await expect(details).toBeHidden();
    }
  });

  scene('a mistake in a field is said, and nothing runs', async (openLab) => {
    const lab = await openLab();
    await lab.fill('Memory', 'plenty');
    await expect(lab.field('Memory')).toHaveAttribute('aria-invalid', 'true');
    await expect(lab.runButton).toHaveAttribute('aria-disabled', 'true');
    await lab.page.keyboard.press('Control+Enter');
    await expect(lab.lanes).toHaveCount(0);
  });

  scene(
    'a module that is none and an image that is nowhere are told apart in plain words',
    async (openLab) => {
      const lab = await openLab();
      await lab.chooseOwn('nowhere.invalid/nothing:1', import.meta.filename);
      await lab.run();
      for (const lane of [lab.container, lab.wasm]) {
        await expect(lane).toHaveAttribute('data-outcome', 'failed-to-start');
      }
      await expect(lab.container).toContainText('nowhere.invalid/nothing:1');
      await expect(lab.wasm).toContainText(/not a WebAssembly module|not a Wasm/i);
    },
  );
}
