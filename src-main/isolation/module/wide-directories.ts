import { posix } from 'node:path';

/** All of the host, or what runs it: no program needs these as a whole. */
const WHOLE = new Set(
  '/ /home /root /Users /var /usr /bin /sbin /lib /lib64 /opt /mnt /media'.split(' '),
);
/** Also any part of these says or decides something of the host. */
const ANY_PART = ['/etc', '/proc', '/sys', '/dev', '/run', '/var/run', '/boot', '/private/etc'];
const HOME = /^\/(home|Users)\/[^/]+$/;
/** Keys and credentials, wherever they are. */
const KEYS = /\/\.(ssh|gnupg|aws|kube|docker|config)(\/|$)/;

/** Whether a directory of the host, granted, opens more than data of a program. */
export function isWide(hostPath: string): boolean {
  const path = posix.normalize(hostPath).replace(/(?<=.)\/$/, '');
  return (
    WHOLE.has(path) ||
    HOME.test(path) ||
    KEYS.test(path) ||
    ANY_PART.some((each) => path === each || path.startsWith(`${each}/`))
  );
}
