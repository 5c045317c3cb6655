import { createSubscriber } from 'svelte/reactivity';

let changes = 0;
const subscribe = createSubscriber((update) => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const onChange = (): void => {
    changes += 1;
    update();
  };
  dark.addEventListener('change', onChange);
  // Text drawn before its font was there stands in another one.
  document.fonts.addEventListener('loadingdone', onChange);
  return () => {
    document.fonts.removeEventListener('loadingdone', onChange);
    dark.removeEventListener('change', onChange);
  };
});

/** A number that moves when the system goes light or dark; reading it in an effect follows it. */
export function themeVersion(): number {
  subscribe();
  return changes;
}
