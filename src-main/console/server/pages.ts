import { createHash } from 'node:crypto';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em;' +
  'color-scheme:light dark}h1{font-size:1.25em}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Of the refusal page only: its one style sheet and nothing else. */
export const REFUSAL_CSP = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export const LINK_USED = refusal(
  'This link was used already',
  'Each link opens Paralelo once, in one browser. A tab of that browser can be reloaded at any time.',
);

export const LINK_NEEDED = refusal(
  'This page needs its link',
  'Paralelo can start programs on this machine, so its page opens only with the link that it printed.',
);

function refusal(title: string, why: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paralelo: ${title}</title>` +
    `<style>${STYLE}</style></head><body><h1>${title}</h1><p>${why}</p><p>For a new link, press Enter in ` +
    `the terminal in which Paralelo runs, or start it there again.</p></body></html>`
  );
}
