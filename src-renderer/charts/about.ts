import { getContext, setContext } from 'svelte';
import { t } from '../i18n/index.js';
import { formatWhen } from '../text/format.js';

const KEY = Symbol('about');

/** What the charts of a view are of, `sum in Docker and V8`: for the files they are saved as. */
export function provideAbout(about: () => string): void {
  setContext(KEY, about);
}

/** What the chart is of, and when it was saved. To be asked for while a component is made. */
export function aboutChart(): () => string {
  const about = getContext<(() => string) | undefined>(KEY);
  return () => {
    const saved = t('saved by Paralelo on {{when}}', {
      when: formatWhen(new Date().toISOString()),
    });
    const what = about?.() ?? '';
    return what === '' ? saved : `${what} · ${saved}`;
  };
}
