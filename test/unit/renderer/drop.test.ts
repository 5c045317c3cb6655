import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { kindOf, loadLine } from '../../../src-renderer/drop/dropped.js';
import { renderApp } from './render-app.js';

beforeEach(() => {
  location.hash = '';
});

/** As the desktop tells the window of a file: Electron before 32 has its path in it. */
function drag(name: string, path?: string): { dataTransfer: object } {
  const file = new File(['x'], name);
  if (path !== undefined) Object.defineProperty(file, 'path', { value: path });
  const items = [{ kind: 'file', type: '' }];
  return { dataTransfer: { types: ['Files'], files: [file], items } };
}

const outcome = (): string =>
  screen.getByRole('status', { name: 'What became of the file' }).textContent;

describe('a file that is dragged onto the window', () => {
  it('is told what will become of it, and nothing once it leaves', async () => {
    await renderApp();
    await fireEvent.dragEnter(document.body, drag('a.wasm'));
    expect(screen.getByText('Drop it anywhere')).toBeTruthy();
    // From one element of the page into another.
    await fireEvent.dragEnter(document.body, drag('a.wasm'));
    await fireEvent.dragLeave(document.body, drag('a.wasm'));
    expect(screen.queryByText('Drop it anywhere')).toBeTruthy();
    await fireEvent.dragLeave(document.body, drag('a.wasm'));
    expect(screen.queryByText('Drop it anywhere')).toBeNull();
  });

  it('is the program of the Lab when it is a module, and is not run', async () => {
    const lab = await renderApp();
    await fireEvent.drop(document.body, drag('sum.wasm', '/home/ada/a b/sum.wasm'));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Module/ }).textContent).toContain('sum.wasm'),
    );
    expect(outcome()).toContain('sum.wasm is the program of the Wasm lanes.');
    expect(lab.requests.some(({ name }) => name === 'comparisons.start')).toBe(false);
  });

  it('is only explained where a browser does not say where it lies', async () => {
    await renderApp();
    await fireEvent.drop(document.body, drag('sum.wasm'));
    expect(outcome()).toContain('A browser tells no page where sum.wasm lies.');
    expect(screen.queryByRole('button', { name: /^Module/ })).toBeNull();
  });

  it('is imported when it is a bundle', async () => {
    const lab = await renderApp();
    await fireEvent.drop(document.body, drag('mine.paralelo'));
    await waitFor(() =>
      expect(lab.requests).toContainEqual({
        name: 'history.import',
        params: { content: btoa('x'), fileName: 'mine.paralelo' },
      }),
    );
    await waitFor(() => expect(location.hash).toBe('#history'));
  });

  it('is loaded by the engine that is chosen when it is an image, and is the program of the container lanes', async () => {
    const lab = await renderApp();
    await fireEvent.drop(document.body, drag('web.tar', '/home/ada/it’s; rm/web.tar'));
    expect(outcome()).toContain('web.tar is an image: an engine has to load it first.');
    expect(lab.requests.some(({ name }) => name === 'images.load')).toBe(false);
    await fireEvent.click(screen.getByRole('button', { name: /^Load into Docker/ }));
    await waitFor(() =>
      expect(lab.requests).toContainEqual({
        name: 'images.load',
        params: { engine: 'docker', path: '/home/ada/it’s; rm/web.tar' },
      }),
    );
    await waitFor(() => expect(outcome()).toContain('web:1 is in Docker'));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Image/ }).textContent).toContain('web:1'),
    );
    expect(lab.requests.some(({ name }) => name === 'comparisons.start')).toBe(false);
  });

  it('comes with the line that loads it when it is an image and a browser does not say where it lies', async () => {
    await renderApp();
    await fireEvent.drop(document.body, drag('my web.tar'));
    expect(outcome()).toContain("docker load --input 'my web.tar'");
    expect(screen.queryByRole('button', { name: /^Load into/ })).toBeNull();
  });

  it('is answered when it is something else, with its name as plain text', async () => {
    await renderApp();
    await fireEvent.drop(document.body, drag('<b>\u202ecat.png'));
    expect(outcome()).toContain('does not know what to do with <b>⟨U+202E⟩cat.png');
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(outcome()).toBe('');
  });

  it('is none where text is dragged from one field to another', async () => {
    await renderApp();
    const text = { dataTransfer: { types: ['text/plain'], files: [], items: [] } };
    expect(await fireEvent.drop(document.body, text)).toBe(true);
    expect(outcome()).toBe('');
  });
});

it.each([
  ['A.WASM', 'module'],
  ['lab.paralelo', 'bundle'],
  ['web.tar.gz', 'image'],
  ['web.tgz', 'image'],
  ['wasm', 'other'],
  ['a.wasm.txt', 'other'],
])('%s is taken for: %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

it('a path is one word of the line, whatever it has inside', () => {
  expect(loadLine([], '/a/b.tar')).toBe('docker load --input /a/b.tar');
  expect(loadLine([], "/a'b $(x).tar")).toBe("docker load --input '/a'\\''b $(x).tar'");
});
