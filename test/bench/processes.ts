import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchServer } from './bench-server.js';
import { row, type Row, type Scale } from './row.js';

const CALLERS = 64;

/** Appends from processes of their own, all at once. @returns how many a second they made together */
export const appendFrom = async (processes: number, url: string, callers: number, seconds: number): Promise<number> => {
  const file = fileURLToPath(new URL('./appending-process.ts', import.meta.url));
  const rates = await Promise.all(
    Array.from({ length: processes }, () => {
      const child = fork(file, [url, String(Math.ceil(callers / processes)), String(seconds)]);
      return new Promise<number>((resolve, reject) => {
        child.once('message', (rate) => resolve(Number(rate)));
        child.once('exit', (code) => reject(new Error(`an appending process ended with ${code}`)));
      });
    }),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
};

/** As many callers in all, in one to four processes: they share the lock on the head, and each gathers its own groups. */
export const benchProcesses = async ({ full }: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  try {
    const { writerUrl } = await server.database('processes');
    const seconds = full ? 4 : 1.5;
    const one = await appendFrom(1, writerUrl, CALLERS, seconds);
    const rows: Row[] = [];
    for (const processes of full ? [2, 3, 4] : [2])
      rows.push(
        row(
          `append, ${CALLERS} callers in ${processes} processes`,
          await appendFrom(processes, writerUrl, CALLERS, seconds),
          'in one process',
          one,
        ),
      );
    return rows;
  } finally {
    await server.stop();
  }
};
