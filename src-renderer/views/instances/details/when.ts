import { t } from '../../../i18n/index.js';

const two = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** `14:02:31.507`, the wall clock here; empty where it is not known. */
export function lineTime(iso: string | undefined): string {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${two(at.getMilliseconds(), 3)}`;
}

/** `14:02:31`, or with its date where that is another day. */
export function eventTime(iso: string, nowMs: number): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const isToday = new Date(nowMs).toDateString() === at.toDateString();
  return isToday
    ? time
    : `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}

/** `just now`, `40 s ago`, `3 min ago`, `2 h ago`, `5 days ago`. */
export function timeAgo(iso: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - new Date(iso).getTime()) / 1000);
  if (Number.isNaN(seconds)) return '';
  if (seconds < 5) return t('just now');
  if (seconds < 60) return t('{{seconds}} s ago', { seconds: seconds.toFixed(0) });
  if (seconds < 3600) return t('{{minutes}} min ago', { minutes: Math.floor(seconds / 60) });
  if (seconds < 172_800) return t('{{hours}} h ago', { hours: Math.floor(seconds / 3600) });
  return t('{{days}} days ago', { days: Math.floor(seconds / 86_400) });
}
