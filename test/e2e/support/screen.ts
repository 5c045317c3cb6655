import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { underOurLife } from '../../../scripts/lib/life.mjs';
import { onPath } from '../../../scripts/lib/programs.mjs';

/** Of a new window, which then covers it; the screen itself is black. */
const SIZE = { width: 1280, height: 800 };
const LOOK_EVERY_MS = 4;
const ROWS = 8;
/** An XWD file begins with 32-bit words, the first byte highest (XWDFile.h); colours come before the pixels. */
const HEADER = { bytes: 100, size: 0, bytesPerLine: 12, colours: 19 };
const BYTES_PER_COLOUR = 12;
const BYTES_PER_PIXEL = 4;

/** An X server of its own whose pixels can be read while programs draw: Xvfb keeps them in a file. */
export class Screen {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    /** Of programs that shall draw there. */
    readonly env: Record<'DISPLAY' | 'WAYLAND_DISPLAY' | 'XDG_SESSION_TYPE', string>,
    private readonly pixels: number,
    private readonly end: () => Promise<unknown>,
  ) {}

  static canBe(): boolean {
    return onPath('Xvfb') !== undefined;
  }

  static async start(folder: string): Promise<Screen> {
    await mkdir(folder, { recursive: true });
    const size = `${String(SIZE.width)}x${String(SIZE.height)}x24`;
    const [program = '', ...args] = underOurLife([
      ...['Xvfb', '-displayfd', '3', '-screen', '0', size, '-fbdir', folder],
      ...['-br', '-nolisten', 'tcp', '-noreset'],
    ]);
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit');
    const [number] = (await Promise.race([
      once(child.stdio[3] as NodeJS.ReadableStream, 'data'),
      ended.then(() => Promise.reject(new Error('Xvfb ended before it was ready.'))),
    ])) as [Buffer];
    const env = { WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' };
    return new Screen(
      { ...env, DISPLAY: `:${String(number).trim()}` },
      openSync(join(folder, 'Xvfb_screen0'), 'r'),
      () => {
        child.kill();
        return ended;
      },
    );
  }

  /** When a window covers the most of it, in milliseconds since 1970: never too early, and late by one look. */
  covered(): Promise<number> {
    return new Promise((resolve) => {
      this.timer = setInterval(() => {
        if (this.litShare() < 0.5) return;
        clearInterval(this.timer);
        resolve(Date.now());
      }, LOOK_EVERY_MS);
    });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    closeSync(this.pixels);
    await this.end();
  }

  /** Of some rows: which share of the pixels is not black. */
  private litShare(): number {
    const header = Buffer.alloc(HEADER.bytes);
    readSync(this.pixels, header, 0, HEADER.bytes, 0);
    const word = (at: number): number => header.readUInt32BE(at * 4);
    const line = Buffer.alloc(word(HEADER.bytesPerLine));
    const begin = word(HEADER.size) + word(HEADER.colours) * BYTES_PER_COLOUR;
    let lit = 0;
    for (let nth = 0; nth < ROWS; nth += 1) {
      const row = Math.floor(((nth + 0.5) * SIZE.height) / ROWS);
      readSync(this.pixels, line, 0, line.length, begin + row * line.length);
      for (let at = 0; at < line.length; at += BYTES_PER_PIXEL) {
        if (line.readUIntLE(at, 3) > 0) lit += 1;
      }
    }
    return lit / (ROWS * SIZE.width);
  }
}
