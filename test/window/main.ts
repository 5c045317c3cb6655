import { mount } from 'svelte';
import { LabError } from '../../src-main/contract/index.js';
import App from '../../src-renderer/App.svelte';
import '../../src-renderer/styles/index.css';
import { FakeLab } from '../support/fake-lab.js';

/** The window on a pretended lab, for looking at rare states: `npx vite test/window`, then `?speed=1&docker=0…`. */
const query = new URLSearchParams(location.search);
const notice = query.get('notice');
const silent = query.get('silent');
const lab = new FakeLab({
  speed: Number(query.get('speed') ?? 1),
  docker: query.get('docker') !== '0',
  prepareMs: Number(query.get('prepare') ?? 600),
  many: query.get('many') === '1',
  tryMs: Number(query.get('try') ?? 120),
  instances: {
    count: Number(query.get('instances') ?? 13),
    isListing: query.get('listing') === '1',
    ...(silent !== null && { silent }),
  },
  longNames: query.get('long') === '1',
  ...(notice !== null && { notice }),
  ...(query.get('error') === '1' && {
    startError: new LabError(
      'engine-permission',
      'Docker refused this user at unix:///var/run/docker.sock.',
      'Add yourself to its group with `sudo usermod -aG docker $USER`, then log in again.',
    ),
  }),
});
Object.assign(window, { lab });
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app.');
mount(App, {
  target,
  props: { connection: { transport: lab, onState: lab.onState } },
});
setInterval(() => {
  lab.instances.step();
  lab.pushHost();
}, 1000);
lab.pushHost();
