import builtUrl from './worker/main.ts?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

const url = new URL(builtUrl, location.href).href;
/** The page's policy knows this name, once: no other script can be made a worker. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'paralelo-guest-worker',
  {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError('Only the script of guests may be a worker.');
      return asked;
    },
  },
);

/** `npm run dev` serves modules as they are; the built script is one classic file. */
export function startWorker(name: string): Worker {
  const type = import.meta.env.DEV ? 'module' : 'classic';
  return new Worker(policy?.createScriptURL(url) ?? url, { name, type });
}
