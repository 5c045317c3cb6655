import { mount } from 'svelte';
import App from './App.svelte';
import './styles/index.css';
import { followSystem } from './state/theme.js';
import { connectTransport } from './transport/index.js';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app.');
followSystem();
const connection = connectTransport();
mount(App, { target, props: { connection } });
