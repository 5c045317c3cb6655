import { LabError } from '../../src-main/contract/index.js';
import { openWindow } from '../../src-renderer/open.js';
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
  isolation: {
    holds: query.get('isolation') === 'reading',
    fails: query.get('isolation') === 'failing',
    isProbed: query.get('probed') === '1',
    pace: Number(query.get('pace') ?? 24),
  },
  experiments: {
    holds: query.get('experiments') === 'reading',
    fails: query.get('experiments') === 'failing',
    cannotBegin: query.get('experiments') === 'problem',
    rich: query.get('rich') === '1',
    pace: Number(query.get('runs') ?? 2),
  },
  claims: {
    holds: query.get('claims') === 'reading',
    fails: query.get('claims') === 'failing',
    refuses: query.get('claims') === 'refused',
    breaks: query.get('claims') === 'breaking',
    isTested: query.get('claims') === 'tested',
  },
  history: {
    holds: query.get('history') === 'reading',
    fails: query.get('history') === 'failing',
    isEmpty: query.get('history') === 'empty',
    isOff: query.get('history') === 'off',
  },
  settings: {
    ...(query.get('settings') === 'refused' && {
      refused: new LabError(
        'settings-not-written',
        'The settings in /home/ada/.config/paralelo/settings.json cannot be written: ENOSPC.',
        'Check the permissions of the folder and the room on its disk, then try again.',
      ),
    }),
    ...(query.get('settings') === 'damaged' && {
      problem: {
        code: 'settings-damaged',
        message: 'In settings.json, the value of theme makes no sense, so the default is used.',
        hint: 'Choose it anew in Settings, or correct the file; until then the file stays as it is.',
      },
    }),
    ...(query.get('settings') === 'taken' && {
      scrapeProblem: {
        code: 'port-not-free',
        message: 'Port 9464 of 127.0.0.1 cannot be used (EADDRINUSE).',
        hint: 'Another program has it, maybe another Paralelo: choose another port.',
      },
    }),
    scrapeIsNotOffered: query.get('settings') === 'no-endpoint',
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
void openWindow({ transport: lab, onState: lab.onState });
setInterval(() => {
  lab.instances.step();
  lab.pushHost();
}, 1000);
lab.pushHost();
