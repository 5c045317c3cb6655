import { describe, expect, it, vi } from 'vitest';
import { readAhead, RoomCode } from '../../../../src-renderer/state/room-code.svelte.js';

const OPEN = new AbortController().signal;

function roomThatFails(times: number): { room: RoomCode<string>; read: ReturnType<typeof vi.fn> } {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let left = times;
  const read = vi.fn(() => {
    left -= 1;
    return left < 0 ? Promise.resolve({ default: 'there' }) : Promise.reject(new Error('no file'));
  });
  return { room: new RoomCode<string>(read), read };
}

describe('the code of a room', () => {
  it('that was asked for and could not be read is not tried again behind the user’s back', async () => {
    const { room, read } = roomThatFails(1);
    await room.load();
    await readAhead([room], OPEN);
    expect(read).toHaveBeenCalledTimes(1);
    expect(room.failed).toBe(true);
  });

  it('that could not be read ahead is tried again when somebody goes there', async () => {
    const { room } = roomThatFails(1);
    await readAhead([room], OPEN);
    expect(room.view).toBeUndefined();
    await room.load();
    expect(room.view).toBe('there');
    expect(room.failed).toBe(false);
  });

  it('is read once, however many ask', async () => {
    const { room, read } = roomThatFails(0);
    await Promise.all([room.load(), readAhead([room], OPEN)]);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
