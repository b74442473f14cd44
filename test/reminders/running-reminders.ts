import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { START, type EventLog, type StoredEvent } from '#engine';
import { NOTICE_STREAMS } from '#reminders';
import { lineOf, startProgram, until, testLog } from '#test';
import { petitionReceived } from '../api/facts.js';
import type { ApiOptions } from '../../apps/api/src/app.js';
import { apiUnderTest, type ApiUnderTest } from '../api/running-api.js';

export interface RunningReminders {
  readonly run: ApiUnderTest;
  readonly log: EventLog;
  /** A folder of this run's own. */
  readonly folder: string;
  /** Moves every clock to eight in the morning of a day; programs already running keep theirs. */
  readonly liveOn: (day: string) => void;
  /** The projector as a process of its own, that reminds; the one inside the test is stopped before. */
  readonly projector: (env?: Readonly<Record<string, string>>) => Promise<ChildProcess>;
  /** A complaint whose answer is due, in the hands of the prosecutor. */
  readonly petition: (id: string, acceptedOn: string, more?: object) => Promise<void>;
  /** Ends every projector as a crash would. */
  readonly stopAll: () => Promise<void>;
  readonly notices: (type?: string) => Promise<readonly StoredEvent[]>;
  readonly stop: () => Promise<void>;
}

/** Everything that reminds, and nothing yet to be reminded of. */
export const remindersUnderTest = async (options: Partial<ApiOptions> = {}): Promise<RunningReminders> => {
  let ahead = 0;
  const run = await apiUnderTest({ clock: () => new Date(Date.now() + ahead), ...options });
  const log = await testLog(run.databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'kiemsat-reminders-'));
  const children = new Set<ChildProcess>();
  const stopAll = async () => {
    for (const child of children) await killed(child);
  };
  const ksv = await run.as('ksv');
  const record = async (id: string, fact: object) => {
    const { status, body } = await ksv.record(`petition/${id}`, fact);
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  return {
    run,
    log,
    folder,
    liveOn: (day) => {
      ahead = Date.parse(`${day}T08:00:00+07:00`) - Date.now();
    },
    projector: async (env = {}) => {
      await run.stopProjector();
      const child = startProgram('apps/projector/src/main.ts', [], {
        KIEMSAT_PROJECTOR_URL: run.projectorUrl,
        KIEMSAT_WRITER_URL: run.databaseUrl,
        KIEMSAT_CLOCK_AHEAD: String(Math.round(ahead)),
        KIEMSAT_PUBLIC_URL: 'https://kiemsat.example',
        KIEMSAT_ENDS_WITH_PARENT: '1',
        ...env,
      });
      children.add(child);
      child.once('exit', () => children.delete(child));
      await lineOf(child, /"kiemsat":"ready"/);
      return child;
    },
    petition: async (id, on, more = {}) => {
      const received = petitionReceived(on);
      await record(id, { ...received, data: { ...received.data, petitionNo: id.toUpperCase() } });
      await record(id, { type: 'PetitionClassified', data: { on, competent: true, conditionsMet: true } });
      await record(id, { type: 'PetitionAccepted', data: { on, prosecutor: 'p-ksv' }, ...more });
    },
    notices: async (type) => {
      const found: StoredEvent[] = [];
      const filter = { streamPrefixes: [NOTICE_STREAMS], ...(type === undefined ? {} : { types: [type] }) };
      for (let after = START; ;) {
        const { events, next, caughtUp } = await log.readAll({ after, limit: 5000, filter });
        found.push(...events);
        if (caughtUp) return found;
        after = next;
      }
    },
    stopAll,
    stop: async () => {
      await stopAll();
      await log.close();
      await run.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Ends a program as a crash would. */
export const killed = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

/** Waits until nothing more is written into the log for some seconds. @returns where it ends then */
export const quiet = async ({ log }: Pick<RunningReminders, 'log'>, time = 120_000): Promise<string> => {
  let [last, since] = [await log.head(), performance.now()];
  await until(
    'the log is quiet',
    async () => {
      const head = await log.head();
      if (head !== last) [last, since] = [head, performance.now()];
      return performance.now() - since > 5_000;
    },
    time,
  );
  return last;
};
