import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import CopyNumber from '../../../../src-renderer/components/CopyNumber.svelte';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('a number is copied with its unit, and that is said', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  render(CopyNumber, { text: '64.0 MiB' });
  await fireEvent.click(screen.getByRole('button', { name: '64.0 MiB' }));
  expect(write).toHaveBeenCalledWith('64.0 MiB');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('64.0 MiB copied'));
});

it('a clipboard that refuses is not said to have it', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  render(CopyNumber, { text: '31 %' });
  await fireEvent.click(screen.getByRole('button', { name: '31 %' }));
  await waitFor(() => expect(write).toHaveBeenCalled());
  expect(screen.getByRole('status').textContent).toBe('');
});

it('a figure that changes is copied as it was when it was pressed, and that one is said', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { rerender } = render(CopyNumber, { text: '31 %' });
  const button = screen.getByRole('button');
  await fireEvent.pointerDown(button);
  await rerender({ text: '45 %' });
  await fireEvent.click(button);
  expect(write).toHaveBeenLastCalledWith('31 %');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('31 % copied'));
  await rerender({ text: '50 %' });
  expect(screen.getByRole('status').textContent).toBe('31 % copied');
  await fireEvent.click(button);
  expect(write).toHaveBeenLastCalledWith('50 %');
});

it('a press that the pointer leaves is forgotten', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { rerender } = render(CopyNumber, { text: '31 %' });
  await fireEvent.pointerDown(screen.getByRole('button'));
  await fireEvent.pointerLeave(screen.getByRole('button'));
  await rerender({ text: '45 %' });
  await fireEvent.click(screen.getByRole('button'));
  expect(write).toHaveBeenLastCalledWith('45 %');
});
