/** Version 6: what guests tried. `tried`: how many results the matrix has, for a list that does not read it. */
export const attempts = `
CREATE TABLE attempts (
  entry TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  matrix TEXT NOT NULL,
  tried INTEGER NOT NULL
) STRICT;
`;
