export { runFolder } from './run-folder.js';
export type { FolderResult, TestResult } from './run-folder.js';
