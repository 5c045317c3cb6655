import { expect } from '@playwright/test';
import { ISOLATION_QUESTIONS } from '../../../src-main/contract/index.js';
import { uncovered } from '../../support/uncovered.js';
import type { IsolationPage } from './isolation-page.js';
import { Others } from './others.js';

type Scene = (title: string, body: (open: () => Promise<IsolationPage>) => Promise<void>) => void;
type Chosen = (view: IsolationPage, others: Others) => Promise<void>;

/** What must work in the Isolation view in every shell, on real containers. */
export function isolationScenes(plain: Scene): void {
  const scene = (title: string, body: Chosen): void =>
    plain(title, async (open) => {
      const others = new Others();
      await others.prepare();
      try {
        await body(await open(), others);
      } finally {
        await others.removeAll();
      }
    });

  scene('a privileged container is open where a default one is not', async (view, others) => {
    const stamp = String(Date.now());
    await others.container('exec sleep 600', {
      name: `tight-${stamp}`,
      HostConfig: { Memory: 64 << 20, MemorySwap: 64 << 20, PidsLimit: 32 },
    });
    const { name: wideName, isPrivileged } = await wideContainer(others, stamp);
    await view.choose(`tight-${stamp}`);
    await view.choose(wideName);
    await view.page.keyboard.press('Escape');
    for (const { title } of ISOLATION_QUESTIONS) {
      await expect(view.answers(title)).toHaveCount(2);
      await expect(view.answers(title).nth(1)).toBeInViewport({ ratio: 1 });
    }
    const opened = ['read the host’s files', 'see other processes', 'reach the network'];
    for (const title of isPrivileged ? [...opened, 'become root'] : opened) {
      const [tight, wide] = [view.answers(title).first(), view.answers(title).nth(1)];
      await expect(wide).toHaveAttribute('data-openness', 'open');
      await expect(tight).not.toHaveAttribute('data-openness', 'open');
    }
    await view.answers('see other processes').nth(1).click();
    await expect(view.evidence).toContainText(/PidMode|ns\/pid/);
    await view.tab('Profile');
    await view.page.getByRole('button', { name: wideName }).click();
    await expect(view.page.getByTestId('advice').first()).toBeVisible();
  });

  plain(
    'what a guest can do in V8 is tried from the window, and who refused is told',
    async (open) => {
      const view = await open();
      const { page } = view;
      await view.tab('Matrix');
      await page.getByRole('button', { name: 'All runtimes' }).click();
      await page.getByRole('button', { name: 'none', exact: true }).click();
      await page.getByRole('checkbox', { name: 'V8', exact: true }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Try them' }).click();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({
        timeout: 60_000,
      });
      const cell = (attempt: string) =>
        page.locator(`[data-attempt="${attempt}"]`).getByRole('button').first();
      await expect(cell('fork')).toHaveAttribute('data-verdict', 'not-expressible');
      await expect(cell('symlink-out-folder')).toHaveAttribute('data-verdict', 'allowed');
      await cell('read-outside').click();
      await expect(page.getByRole('region', { name: /^Attempt: Read a host file/ })).toContainText(
        'ENOTCAPABLE',
      );
    },
  );

  scene('an instance is opened in Isolation from its details', async (view, others) => {
    const name = `opened-${String(Date.now())}`;
    const id = await others.container('exec sleep 600', { name });
    const { page } = view;
    await page.getByRole('link', { name: 'Instances', exact: true }).click();
    await page.locator(`[data-testid="instance"][data-id="${id}"]`).click();
    await page.getByRole('tab', { name: /^Isolation/ }).click();
    await page.getByRole('link', { name: 'Open in Isolation' }).click();
    await expect(page).toHaveURL(/#isolation$/);
    await expect(view.head(name)).toBeVisible();
  });
}

/** Everything that lets a container out: as much of it as this machine's own rights allow. */
async function wideContainer(
  others: Others,
  stamp: string,
): Promise<{ name: string; isPrivileged: boolean }> {
  const HostConfig = { PidMode: 'host', NetworkMode: 'host', Binds: ['/:/host'] };
  const script = 'exec sleep 600';
  try {
    const name = `wide-${stamp}`;
    await others.container(script, { name, HostConfig: { ...HostConfig, Privileged: true } });
    return { name, isPrivileged: true };
  } catch (thrown) {
    uncovered('a real privileged container in the Isolation view', String(thrown));
    const name = `loose-${stamp}`;
    const SecurityOpt = ['seccomp=unconfined'];
    await others.container(script, { name, HostConfig: { ...HostConfig, SecurityOpt } });
    return { name, isPrivileged: false };
  }
}
