import { parentPort, workerData } from 'node:worker_threads';
import type { Order, WorkerOptions } from '../protocol.js';
import { Keeper } from './keeper.js';

if (parentPort === null) throw new Error('This is a thread of the lab, not a program.');
const port = parentPort;
const keeper = new Keeper(workerData as WorkerOptions, (report) => {
  port.postMessage(report);
  if (report.kind === 'closed') port.close();
});
port.on('message', (order: Order) => keeper.take(order));
keeper.start();
