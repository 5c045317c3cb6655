import { dialog, shell } from 'electron';
import { GUIDE_PATH } from './paths.js';

/** With whatever this desktop reads such files with. */
export async function openGuide(): Promise<void> {
  const why = await shell.openPath(GUIDE_PATH);
  if (why === '') return;
  await dialog.showMessageBox({
    type: 'info',
    message: 'The guide could not be opened',
    detail: `${why}\n\nIt lies in ${GUIDE_PATH}.`,
  });
}
