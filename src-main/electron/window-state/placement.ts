export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** As a window was when it was closed; its bounds are those without being maximised. */
export interface KeptWindow {
  bounds: Area;
  isMaximized: boolean;
}

export interface Placement {
  width: number;
  height: number;
  /** Absent: the desktop places it. */
  x?: number;
  y?: number;
  isMaximized: boolean;
}

export const USUAL = { width: 1280, height: 800 };
export const LEAST = { width: 960, height: 600 };
/** Of a window's upper edge this much must be on a screen, to be got hold of. */
const GRIP = { width: 120, height: 32 };
/** A further window does not hide the one before it. */
const STEP_PX = 28;

/**
 * Where a window is opened: as it was closed, unless its screen is gone or has become smaller.
 * @param screens the areas of all screens without panels, the main one first
 * @param others where windows are already
 */
export function placementOf(
  kept: KeptWindow | undefined,
  screens: readonly Area[],
  others: readonly Area[] = [],
): Placement {
  if (kept === undefined) return { ...USUAL, isMaximized: false };
  const bounds = besideOthers(kept.bounds, others);
  const screen = screens.find((each) => hasGrip(bounds, each));
  const { width, height } = fitting(bounds, screen ?? screens[0] ?? bounds);
  const isMaximized = kept.isMaximized && others.length === 0;
  if (screen === undefined) return { width, height, isMaximized };
  return { width, height, isMaximized, ...within({ ...bounds, width, height }, screen) };
}

function besideOthers(bounds: Area, others: readonly Area[]): Area {
  const isTaken = others.some(({ x, y }) => x === bounds.x && y === bounds.y);
  if (!isTaken) return bounds;
  return besideOthers({ ...bounds, x: bounds.x + STEP_PX, y: bounds.y + STEP_PX }, others);
}

function hasGrip(bounds: Area, screen: Area): boolean {
  const width =
    Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const isInHeight =
    bounds.y > screen.y - GRIP.height && bounds.y + GRIP.height < screen.y + screen.height;
  return width >= GRIP.width && isInHeight;
}

function fitting(bounds: Area, screen: Area): { width: number; height: number } {
  const fit = (size: number, least: number, most: number): number =>
    Math.round(Math.min(Math.max(size, least), Math.max(least, most)));
  return {
    width: fit(bounds.width, LEAST.width, screen.width),
    height: fit(bounds.height, LEAST.height, screen.height),
  };
}

/** Whole on the screen, where it fits. */
function within(bounds: Area, screen: Area): { x: number; y: number } {
  const x = Math.min(bounds.x, screen.x + screen.width - bounds.width);
  const y = Math.min(bounds.y, screen.y + screen.height - bounds.height);
  return { x: Math.round(Math.max(x, screen.x)), y: Math.round(Math.max(y, screen.y)) };
}

/** Undefined for what is none: the file can be anything. */
export function keptWindowOf(text: string): KeptWindow | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { bounds, isMaximized } = (read ?? {}) as { bounds?: unknown; isMaximized?: unknown };
  if (!isArea(bounds)) return undefined;
  const { x, y, width, height } = bounds;
  return { bounds: { x, y, width, height }, isMaximized: isMaximized === true };
}

function isArea(value: unknown): value is Area {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  return [x, y, width, height].every((number) => Number.isFinite(number));
}
