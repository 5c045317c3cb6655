export interface ProsePart {
  code: boolean;
  text: string;
}

/** A sentence with `code` in it, in parts; a lone backtick stays as it is. */
export function proseParts(text: string): ProsePart[] {
  const pieces = text.split(/`([^`]+)`/);
  return pieces.flatMap((piece, at) => (piece === '' ? [] : [{ code: at % 2 === 1, text: piece }]));
}
