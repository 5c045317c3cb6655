import { expect } from '@playwright/test';
import type { InstancesPage } from './instances-page.js';
import { Others } from './others.js';

type Scene = (title: string, body: (open: () => Promise<InstancesPage>) => Promise<void>) => void;

const HOSTILE = '<img src=x onerror="document.title=1">\u202e';
const COLOURS = `printf '\\033[31mred\\033[0m ${HOSTILE}\\n'`;

/** What must work in the Instances view in every shell, as a user does it. */
export function instancesScenes(plain: Scene): void {
  const scene = (
    title: string,
    body: (open: () => Promise<InstancesPage>, others: Others) => Promise<void>,
  ): void =>
    plain(title, async (open) => {
      const others = new Others();
      await others.prepare();
      try {
        await body(open, others);
      } finally {
        await others.removeAll();
      }
    });

  scene(
    'ten containers and three Wasm processes of others are shown with their numbers',
    async (open, others) => {
      const ids: string[] = [];
      for (let nth = 0; nth < 10; nth += 1) {
        ids.push(await others.container('exec sleep 600', { HostConfig: { Memory: 64 << 20 } }));
      }
      const hold = ['--to', '8m', '--hold', '600s'];
      const pids = (['wasmtime', 'wasmer', 'node'] as const).map((runtime) =>
        others.wasm(runtime, 'grow', ...hold),
      );
      const view = await open();
      for (const id of ids) {
        await expect(view.row(id)).toHaveAttribute('data-state', 'running');
        await expect(view.row(id)).toContainText(/\d+(\.\d)? [KM]iB/);
        await expect(view.row(id)).toContainText('64.0 MiB');
        await expect(view.row(id)).toContainText(/\d %/);
      }
      for (const pid of pids) {
        await expect(view.row(pid)).toContainText('grow.wasm');
        await expect(view.row(pid)).toContainText(/\d MiB/);
      }
    },
  );

  scene('a new one appears by itself, changes its state and goes', async (open, others) => {
    const view = await open();
    const id = await others.container('exec sleep 600');
    await expect(view.row(id)).toHaveAttribute('data-state', 'running');
    await others.of(id).pause();
    await expect(view.row(id)).toHaveAttribute('data-state', 'paused');
    await others.of(id).remove({ force: true });
    await expect(view.row(id)).toHaveCount(0);
  });

  scene(
    'what a container prints is followed, searched, and never more than text',
    async (open, others) => {
      const id = await others.container(
        `${COLOURS}; n=0; while [ $n -lt 500 ]; do n=$((n+1)); echo "line $n"; done; exec sleep 600`,
      );
      const view = await open();
      await view.select(id);
      await view.tab('Logs');
      await expect(view.log).toContainText('line 500');
      await view.details.getByRole('textbox', { name: 'Search the log' }).fill('red');
      await expect(view.log).toContainText('1 of 1');
      await expect(view.log).toContainText('<img src=x');
      await expect(view.log.locator('img')).toHaveCount(0);
      expect(await view.page.title()).not.toBe('1');
    },
  );

  scene(
    'each tab of the details has something to say of a running container',
    async (open, others) => {
      const id = await others.container('exec sleep 600', {
        HostConfig: { Memory: 64 << 20, PidsLimit: 32 },
      });
      const view = await open();
      await view.select(id);
      await expect(view.details.locator('canvas').first()).toBeVisible();
      await view.tab('Isolation');
      await expect(view.log).toContainText('pids 32');
      await view.tab('Processes');
      await expect(view.log).toContainText('sleep 600');
      await view.tab('Configuration');
      await expect(view.log).toContainText('paralelo-test/shell:1');
      await view.tab('Events');
      await expect(view.log).toContainText('start');
    },
  );

  scene('a container is stopped, started and removed, each after a word', async (open, others) => {
    const id = await others.container('exec sleep 600');
    const view = await open();
    await view.select(id);
    await view.action('Kill').click();
    await expect(view.row(id)).toHaveAttribute('data-state', 'running');
    await view.confirm('Kill');
    await expect(view.details).toContainText('Killed, exit code 137');
    await expect(view.row(id)).toHaveAttribute('data-state', 'exited');
    await view.action('Start').click();
    await expect(view.row(id)).toHaveAttribute('data-state', 'running');
    await view.action('Remove').click();
    await view.confirm('Remove');
    await expect(view.row(id)).toHaveCount(0);
  });

  scene('a Wasm process is killed; a protected container cannot be', async (open, others) => {
    const pid = others.wasm('wasmtime', 'spin', '--forever');
    const id = await others.container('exec sleep 600', {
      Labels: { 'dev.paralelo.protected': 'true' },
    });
    const view = await open();
    await view.select(pid);
    await view.action('Kill').click();
    await view.confirm('Kill');
    await expect(view.row(pid)).toHaveCount(0);
    await view.select(id);
    await expect(view.details).toContainText('dev.paralelo.protected');
    await expect(view.action('Remove')).toHaveCount(0);
  });

  scene(
    'a container is opened as a run of the Lab with the same image and limit',
    async (open, others) => {
      const id = await others.container('exec sleep 600', { HostConfig: { Memory: 48 << 20 } });
      const view = await open();
      await view.select(id);
      await view.details.getByRole('button', { name: 'Open in Lab' }).click();
      const onward = view.details.getByRole('button', { name: /Lab/ }).last();
      if (new URL(view.page.url()).hash !== '#lab') await onward.click();
      await expect(view.page).toHaveURL(/#lab$/);
      await expect(view.page.locator('main')).toContainText('paralelo-test/shell:1');
      await expect(view.page.locator('main')).toContainText('48 MiB');
    },
  );

  scene('an OOM kill is told at once, wherever one is', async (open, others) => {
    const idle = await others.container('exec sleep 600');
    const view = await open();
    // What happened before the engine was listed is past, and no news.
    await expect(view.row(idle)).toBeVisible();
    await view.page.getByRole('link', { name: 'Lab', exact: true }).click();
    const eats = 'x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done';
    await others.container(eats, {
      name: `oom-${String(Date.now())}`,
      HostConfig: { Memory: 16 << 20 },
    });
    await expect(view.page.getByRole('button', { name: /^Alerts, \d+ new/ })).toBeVisible({
      timeout: 20_000,
    });
    await expect(view.page.locator('body')).toContainText(/oom-\d+/);
  });

  scene('the keyboard alone filters, chooses and closes', async (open, others) => {
    const name = `by-keys-${String(Date.now())}`;
    const id = await others.container('exec sleep 600', { name });
    const view = await open();
    const { keyboard } = view.page;
    await expect(view.row(id)).toBeVisible();
    await keyboard.press('/');
    await expect(view.filter).toBeFocused();
    await keyboard.type(name);
    await expect(view.rows).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(view.grid).toBeFocused();
    await keyboard.press('Enter');
    await expect(view.details).toContainText(name);
    await keyboard.press('Escape');
    await expect(view.details).toHaveCount(0);
    await expect(view.grid).toBeFocused();
  });
}
