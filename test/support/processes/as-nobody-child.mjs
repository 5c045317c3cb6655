/** Watches the processes of this machine as a user who may read nothing of others: ends with what it found as JSON. */
const { createProcessSource } = await import(process.argv[2]);
process.setgroups([]);
process.setgid(65534);
process.setuid(65534);
const found = [];
const wanted = Number(process.argv[3]);

async function tell(instance) {
  const failure = (error) => ({ code: error.code, message: error.message });
  const meter = instance.openMeter({ fineMemory: true });
  const answer = {
    view: instance.view,
    reading: meter.read(),
    isolation: (await instance.isolation()).map(({ id }) => id),
    configuration: (await instance.configuration()).map(({ title }) => title),
    processes: await instance.processes(),
    stop: await instance.act('stop').catch(failure),
    logs: await instance
      .logs({ tail: 10, signal: AbortSignal.abort() }, () => undefined)
      .catch(failure),
    found: found.length,
  };
  meter.close();
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

const keepAlive = setInterval(() => undefined, 1000);
createProcessSource().watch({
  found: (instance) => {
    found.push(instance.view.id);
    if (instance.view.pid === wanted) {
      clearInterval(keepAlive);
      void tell(instance);
    }
  },
  gone: () => undefined,
  event: () => undefined,
  origin: () => undefined,
  originGone: () => undefined,
});
