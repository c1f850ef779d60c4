/** How much of the machine a process holds, and whether it holds more and more. */
import { readdirSync, readFileSync } from 'node:fs';
import { median } from '../bench/median';

export interface Sample {
  /** Resident memory, bytes. */
  readonly resident: number;
  /** Open files and sockets. */
  readonly open: number;
}

export interface Judgement {
  /** Medians of the fifths of the time. */
  readonly fifths: readonly Sample[];
  readonly isFlat: boolean;
}

/** As much more may be held at the end than after the first fifth, in which caches fill. */
const GROWTH = 0.1;
const FILES = 10;

export function sampleOf(pid: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return { resident: Number(kilobytes) * 1024, open: readdirSync(`/proc/${pid}/fd`).length };
}

export function judged(samples: readonly Sample[]): Judgement {
  const fifths = Array.from({ length: 5 }, (_, i) => {
    const part = samples.slice((samples.length * i) / 5, (samples.length * (i + 1)) / 5);
    return {
      resident: median(part.map(({ resident }) => resident)),
      open: median(part.map(({ open }) => open)),
    };
  });
  const [, second, , , last] = fifths as [Sample, Sample, Sample, Sample, Sample];
  const isFlat = last.resident <= second.resident * (1 + GROWTH) && last.open <= second.open + FILES;
  return { fifths, isFlat };
}
