import { atEnd } from '../../clean-up.mjs';
import { capture } from '../../processes.mjs';
import { Stop } from '../../say.mjs';
import { must } from '../must.mjs';

const NAME = 'paralelo-check';

/**
 * @typedef {object} User
 * @property {string} home
 * @property {(command: string[], env?: Record<string, string>) => string[]} as the command, as that user
 * @property {() => Promise<void>} remove
 */

/**
 * A normal user of this machine, who may not do more than any.
 * @returns {Promise<User>}
 */
export async function makeUser() {
  const home = `/home/${NAME}`;
  if ((await capture(['getent', 'passwd', NAME])).code === 0) {
    throw new Stop(
      `There is a user ${NAME} already, maybe of a check that was cut off.`,
      `userdel --remove ${NAME}`,
    );
  }
  await must(['useradd', '--create-home', '--home-dir', home, '--shell', '/bin/sh', NAME]);
  const remove = async () => {
    await capture(['userdel', '--remove', '--force', NAME]);
  };
  const forget = atEnd(remove);
  return {
    home,
    as: (command, env = {}) => [
      'runuser',
      '-u',
      NAME,
      '--',
      'env',
      '-i',
      `HOME=${home}`,
      'PATH=/usr/local/bin:/usr/bin:/bin',
      'LANG=C.UTF-8',
      ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ...command,
    ],
    remove: async () => {
      await remove();
      forget();
    },
  };
}
