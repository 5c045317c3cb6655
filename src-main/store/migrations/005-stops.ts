/** Version 5: a recording that another process is to end. */
export const stops = `
ALTER TABLE recording ADD COLUMN stop_asked_at_ms REAL;
`;
