import { readdir, readFile } from 'node:fs/promises';
import { monotonicMs } from '../clock.js';

/** The kernel's drivers of sensors in processors (hwmon/coretemp.rst, k10temp.rst, and those of ARM boards). */
const PROCESSOR_SENSORS =
  /^(coretemp|k10temp|zenpower|k8temp|via_cputemp|cpu_?thermal|cpu\d*_thermal|soc_thermal|scpi_sensors)$/;
/** Some sensors take milliseconds to answer, and a processor's temperature changes in seconds. */
const AT_MOST_EVERY_MS = 5000;
/** No processor works outside this; broken sensors tell such values. */
const [COLDEST, HOTTEST] = [-40, 150];

/** A file tempN_input of hwmon/sysfs-interface.rst: thousandths of a degree. */
export function parseTemperature(text: string): number | undefined {
  const celsius = /^-?\d+\s*$/.test(text) ? Number(text) / 1000 : undefined;
  return celsius !== undefined && celsius > COLDEST && celsius < HOTTEST ? celsius : undefined;
}

/** The warmest sensor of the processor, read at most every five seconds. */
export class Thermometer {
  #last: Promise<number | undefined> | undefined;
  #lastAtMs = -Infinity;

  constructor(private readonly sysRoot: string) {}

  /** Undefined where there is none, as in most virtual machines. Never rejects. */
  read(): Promise<number | undefined> {
    const nowMs = monotonicMs();
    if (this.#last === undefined || nowMs - this.#lastAtMs >= AT_MOST_EVERY_MS) {
      this.#lastAtMs = nowMs;
      this.#last =
        process.platform === 'linux' ? warmest(`${this.sysRoot}/class/hwmon`) : askSystem();
    }
    return this.#last;
  }
}

async function warmest(hwmon: string): Promise<number | undefined> {
  const chips = await list(hwmon);
  const found = await Promise.all(chips.map((chip) => warmestOf(`${hwmon}/${chip}`)));
  return highest(found);
}

async function warmestOf(chip: string): Promise<number | undefined> {
  const name = (await text(`${chip}/name`)).trim();
  if (!PROCESSOR_SENSORS.test(name)) return undefined;
  const inputs = (await list(chip)).filter((file) => /^temp\d+_input$/.test(file));
  const read = inputs.map(async (input) => parseTemperature(await text(`${chip}/${input}`)));
  return highest(await Promise.all(read));
}

function highest(values: readonly (number | undefined)[]): number | undefined {
  const there = values.filter((value) => value !== undefined);
  return there.length === 0 ? undefined : Math.max(...there);
}

async function list(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}

async function text(path: string): Promise<string> {
  return readFile(path, 'latin1').catch(() => '');
}

async function askSystem(): Promise<number | undefined> {
  try {
    const { cpuTemperature } = await import('systeminformation');
    const { max, main } = await cpuTemperature();
    // Its types say numbers; where nothing is known it gives null.
    return [max, main].find((value: number | null) => typeof value === 'number' && value > 0);
  } catch {
    return undefined;
  }
}
