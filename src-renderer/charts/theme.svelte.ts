import { createSubscriber } from 'svelte/reactivity';

let changes = 0;
const subscribe = createSubscriber((update) => {
  const onChange = (): void => {
    changes += 1;
    update();
  };
  const theme = new MutationObserver(onChange);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  // Text drawn before its font was there stands in another one.
  document.fonts.addEventListener('loadingdone', onChange);
  return () => {
    document.fonts.removeEventListener('loadingdone', onChange);
    theme.disconnect();
  };
});

/** A number that moves when the window goes light or dark; reading it in an effect follows it. */
export function themeVersion(): number {
  subscribe();
  return changes;
}
