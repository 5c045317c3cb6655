import { t } from '../i18n/index.js';
import { visibleName } from '../text/escape.js';
import type { DropOutcome } from './drop.svelte.js';

interface Words {
  tone: 'harm' | 'info';
  message: string;
  hint?: string;
}

/** What became of a file that was dropped; `loadable`: an engine that is here can be told to load it. */
export function outcomeWords(outcome: DropOutcome, loadable: boolean): Words {
  const file = visibleName(outcome.name);
  const tone = 'info';
  switch (outcome.is) {
    case 'chosen':
      return { tone, message: t('{{file}} is the program of the Wasm lanes.', { file }) };
    case 'image':
      return {
        ...{ tone, message: t('{{file}} is an image: an engine has to load it first.', { file }) },
        hint: loadable
          ? t('Nothing of it is run by that. It then is the program of the container lanes.')
          : t('Run this line in a terminal, then choose the image in the Lab:'),
      };
    case 'loading':
      return { tone, message: t('{{engine}} loads {{file}}…', { file, engine: outcome.engine }) };
    case 'loaded':
      return loaded(outcome.engine, (outcome.refs ?? []).map(visibleName));
    case 'not-loaded':
      return { ...outcome.problem, tone: 'harm' };
    case 'no-path':
      return {
        ...{ tone, message: t('A browser tells no page where {{file}} lies.', { file }) },
        hint: t('Type its path under Program, Your own, Module; or drop it onto the desktop app.'),
      };
    case 'other':
      return {
        ...{ tone, message: t('Paralelo does not know what to do with {{file}}.', { file }) },
        hint: t('It takes modules (.wasm), bundles (.paralelo) and images (.tar).'),
      };
  }
}

function loaded(engine: string, [image = '', ...others]: readonly string[]): Words {
  return {
    tone: 'info',
    message: t('{{image}} is in {{engine}}, and is the program of the container lanes.', {
      ...{ image, engine },
    }),
    ...(others.length > 0 && { hint: t('Loaded too: {{images}}', { images: others.join(', ') }) }),
  };
}
