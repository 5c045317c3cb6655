import { mount } from 'svelte';
import App from './App.svelte';
import { chooseLanguage, keptLanguage } from './i18n/index.js';
import './styles/index.css';
import { followSystem } from './state/theme.js';
import { connectTransport } from './transport/index.js';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app.');
followSystem();
// Nothing is shown in another language first.
await chooseLanguage(keptLanguage());
const connection = connectTransport();
mount(App, { target, props: { connection } });
