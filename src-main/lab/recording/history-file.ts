/** Of the database, in the data folder. */
export const HISTORY_FILE = 'history.db';
