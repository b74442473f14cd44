/**
 * How quickly a corrected day of the calendar, and a term enacted anew, are applied to many open files.
 * Argument: how many files, 20 000 unless told; each is a complaint that waits for its decision.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { derivedId, type EventLog, type NewEvent } from '#engine';
import { postgresEventLog } from '#event-log';
import { addDays, emptyLaw, evolveLaw, releasedLaw } from '#law';
import { migrateReadModels, rebuild, runProjection } from '#read-models';
import { benchServer } from './bench-server.js';

const FILES = Number(process.argv[2] ?? 20_000);
const RECORDED_AT = '2026-03-31T03:00:00.000Z';
const APPENDS = 500;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const data = (name: string) => readFileSync(`libs/law/data/${name}`, 'utf8');
const law = releasedLaw({ holidays: data('holidays.tsv'), offences: data('offences.tsv') });

interface Fact {
  readonly type: string;
  readonly data: object;
}

const append = async (
  log: EventLog,
  stream: string,
  facts: readonly Fact[],
  known = -1,
  reference = '0'.repeat(20),
) => {
  const events = facts.map((fact, i): NewEvent => ({
    id: derivedId(digest, `${stream}/${known + 1 + i}`),
    type: fact.type,
    schemaVersion: 1,
    data: fact.data,
    metadata: {
      actor: 'an',
      unit: 'u1',
      recordedAt: RECORDED_AT,
      commandId: `${stream}/${known}`,
      commandHash: '',
      correlationId: '',
      confidentiality: 0,
      reference,
    },
  }));
  return log.append([{ stream, expected: known < 0 ? 'noStream' : known, events }]);
};

const complaint = (n: number): readonly Fact[] => {
  const on = addDays('2026-01-05', n % 80);
  return [
    {
      type: 'PetitionReceived',
      data: {
        on,
        unit: 'u1',
        petitionNo: `Đ-${n}`,
        kind: 'complaint',
        field: 'administrative',
        sender: 'A',
        summary: 'B',
      },
    },
    { type: 'PetitionClassified', data: { on, competent: true, conditionsMet: true } },
    { type: 'PetitionAccepted', data: { on, prosecutor: 'p1', complexity: 'normal' } },
  ];
};

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const server = await benchServer();
try {
  const { writerUrl, projectorUrl } = await server.database('published_day');
  await migrateReadModels({ url: projectorUrl });
  const log = postgresEventLog({ url: writerUrl });
  const revisions = new Map<string, number>();
  for (const { stream, type, data: told } of law) {
    const known = revisions.get(stream) ?? -1;
    await append(log, stream, [{ type, data: told }], known);
    revisions.set(stream, known + 1);
  }
  const reference = await log.head();
  for (let n = 0; n < FILES; n += APPENDS)
    await Promise.all(
      Array.from({ length: Math.min(APPENDS, FILES - n) }, (_, i) =>
        append(log, `petition-${String(n + i).padStart(7, '0')}`, complaint(n + i), -1, reference),
      ),
    );
  const built = await seconds(() => rebuild({ log, url: projectorUrl }));
  const client = new pg.Client({ connectionString: projectorUrl });
  await client.connect();
  const count = async (sql: string) =>
    Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n);
  const open = await count(`read_models.docket_item WHERE closed_on IS NULL AND docket <> 'breach'`);
  console.info(`${FILES} files, ${open} open items, rebuilt in ${built.toFixed(1)} s`);

  const applied = async (what: string, stream: string, fact: Fact) => {
    const stop = new AbortController();
    const { position } = await append(log, stream, [fact], revisions.get(stream) ?? -1);
    revisions.set(stream, (revisions.get(stream) ?? -1) + 1);
    const took = await seconds(() =>
      runProjection({
        log,
        url: projectorUrl,
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.position >= position) stop.abort();
        },
      }),
    );
    const moved = await count(`read_models.deadline_move WHERE position = '${position}'`);
    console.info(
      `${what}: ${took.toFixed(1)} s, ${moved} due dates moved; ${Math.round(open / took)} open items a second`,
    );
  };

  const days = law.reduce(evolveLaw, emptyLaw).calendar.years.get(2026);
  const holiday = { day: '2026-04-08', kind: 'holiday', name: 'Ngày nghỉ thử', basis: 'Thử', status: 'sourced' };
  await applied('a day corrected', 'calendar-2026', {
    type: 'CalendarPublished',
    data: { on: '2026-03-31', year: 2026, complete: days?.complete ?? false, days: [...(days?.days ?? []), holiday] },
  });
  const term = law.find(
    ({ type, data: told }) => type === 'TermEnacted' && JSON.stringify(told).includes('"petition.complaint.first"'),
  );
  const row = (term?.data as { term: Record<string, unknown> } | undefined)?.term;
  await applied('a term enacted', term?.stream ?? '', {
    type: 'TermEnacted',
    data: { on: '2026-03-31', term: { ...row, lengths: { days: 45 } } },
  });
  await client.end();
  await log.close();
} finally {
  await server.stop();
}
