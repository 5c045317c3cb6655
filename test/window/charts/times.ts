/** Of one time that the charts were put up. */
export interface DrawTimes {
  values: number;
  /** Everything but the pictures: scales, points, the page itself. */
  preparedMs: number;
  /** The pictures, onto their canvases. */
  paintedMs: number;
  /** From the call until the frame after the pictures. */
  shownMs: number;
}
