import { mount } from 'svelte';
import App from './App.svelte';
import { chooseLanguage, keptLanguage } from './i18n/index.js';
import { followSystem } from './state/theme.js';
import './styles/index.css';
import type { Connection } from './transport/connection.js';

/** Fills the page with the window. Nothing is shown in another theme or language first. */
export async function openWindow(connection: Connection): Promise<void> {
  const target = document.getElementById('app');
  if (target === null) throw new Error('index.html has no #app.');
  followSystem();
  await chooseLanguage(keptLanguage());
  mount(App, { target, props: { connection } });
}
