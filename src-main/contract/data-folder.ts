import * as v from 'valibot';
import type { WireError } from './errors.js';
import { PathSchema } from './settings.js';

/** Who says where what is recorded lies: PARALELO_DATA_DIR, the user's own choice, or nobody. */
export type DataFolderSource = 'environment' | 'choice' | 'usual';

export interface DataFolder {
  /** In use until the end of this process. */
  path: string;
  source: DataFolderSource;
  /** Where nobody chooses. */
  usualPath: string;
  /** In use from the next start on; absent where it stays as it is. */
  next?: { path: string; copies: boolean };
  /** Why the choice that was made cannot be read. */
  problem?: WireError;
}

export const ChooseFolderSchema = v.strictObject({
  path: PathSchema,
  /** Whether the history goes along. What is here stays in any case. */
  copies: v.boolean(),
});
export type ChosenFolder = v.InferOutput<typeof ChooseFolderSchema>;
