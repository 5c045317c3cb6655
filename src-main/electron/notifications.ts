import { Notification } from 'electron';
import type { Alert, Dispatcher } from '../contract/index.js';
import { NotificationBudget } from './notification-budget.js';
import { showRoom } from './shown-window.js';

const ROOM = '#instances';
/** What a desktop shows of it at most; names of others can be of any length. */
const [LONGEST_TITLE, LONGEST_BODY] = [80, 300];

/** A notification of the desktop for each alert, as far as the desktop shows any. */
export function notifyOfAlerts(dispatcher: Pick<Dispatcher, 'onPush'>): void {
  const budget = new NotificationBudget();
  const shown = new Set<Notification>();
  dispatcher.onPush((name, payload) => {
    if (name !== 'monitor.alert' || !Notification.isSupported() || !budget.spend()) return;
    const notification = new Notification(textOf(payload as Alert));
    // What nothing refers to is collected, and a click on it would be lost.
    shown.add(notification);
    notification.on('click', () => {
      shown.delete(notification);
      void showRoom(ROOM);
    });
    notification.on('close', () => shown.delete(notification));
    notification.on('failed', () => shown.delete(notification));
    notification.show();
  });
}

/** Plain text on every desktop but those that read markup in the body: there it is told to be text. */
function textOf({ name, message }: Alert): { title: string; body: string } {
  return { title: `Paralelo: ${line(name, LONGEST_TITLE)}`, body: line(message, LONGEST_BODY) };
}

/** Of one line, without characters that drive a terminal or turn the direction of the rest. */
function line(text: string, longest: number): string {
  const clean = asText(text.slice(0, longest * 2))
    // eslint-disable-next-line no-control-regex -- control characters are what this looks for
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\s]+/g, ' ')
    .trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`;
}

/** The notification servers of Linux desktops may read `<b>` and `&lt;` (Desktop Notifications Specification, Markup). */
function asText(text: string): string {
  if (process.platform !== 'linux') return text;
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
}
