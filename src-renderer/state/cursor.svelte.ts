/** The one crosshair of all charts and lanes, in milliseconds from the request. */
export class Cursor {
  ms = $state<number>();

  readonly set = (ms: number | undefined): void => {
    this.ms = ms;
  };
}
