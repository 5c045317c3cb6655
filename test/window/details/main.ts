import { mount } from 'svelte';
import '../../../src-renderer/styles/index.css';
import { fakeLogLines, HOSTILE, MODULE, WEB } from '../../support/fake-instance-data.js';
import { FakeDetailsLab } from '../../support/fake-instance-details.js';
import { FAKE_EPOCH_ISO, fakeSamples } from '../../support/fake-instance-samples.js';
import Page from './Page.svelte';

/** The details alone: `npx vite test/window`, then `/details/?instance=wasm&width=420&gone=1&flood=1…`. */
const query = new URLSearchParams(location.search);
const instance =
  { wasm: MODULE, hostile: HOSTILE, protected: { ...WEB, isProtected: true, actions: [] } }[
    query.get('instance') ?? ''
  ] ?? WEB;
const lab = new FakeDetailsLab({
  instance,
  isGone: query.get('gone') === '1',
  refuses: query.get('refuses') === '1',
  holdsActions: query.get('holds') === '1',
  logLines: Number(query.get('lines') ?? 60),
});
Object.assign(window, { lab });
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app.');
mount(Page, {
  target,
  props: {
    lab,
    instance,
    widthPx: Number(query.get('width') ?? 460),
    epochIso: query.get('epoch') === '0' ? undefined : FAKE_EPOCH_ISO,
  },
});

let tMs = 240_000;
setInterval(() => {
  tMs += 1000;
  const samples = fakeSamples(instance, tMs, tMs);
  lab.push('instances.samples', { periodMs: 1000, samples: [{ id: instance.id, samples }] });
}, 1000);
let written = 0;
if (query.get('flood') === '1') {
  setInterval(() => {
    lab.pushLogs(fakeLogLines(1000, (written += 1000)));
  }, 100);
}
