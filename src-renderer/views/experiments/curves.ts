import type { Curve } from '../../../src-main/contract/index.js';

/** The same quantity of all contenders: one chart. */
export interface CurveGroup {
  id: string;
  title: string;
  xTitle: string;
  xUnit: string;
  yUnit: string;
  curves: Curve[];
}

export function curveGroups(curves: readonly Curve[]): CurveGroup[] {
  const groups = new Map<string, CurveGroup>();
  for (const curve of curves) {
    const { id, title, xTitle, xUnit, yUnit } = curve;
    const group = groups.get(id) ?? { id, title, xTitle, xUnit, yUnit, curves: [] };
    group.curves.push(curve);
    groups.set(id, group);
  }
  return [...groups.values()];
}
