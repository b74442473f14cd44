import { createHash } from 'node:crypto';
import { START, type EventLog, type StoredEvent } from '#engine';
import { memoryEventLog } from '#event-log';
import { appendReference, planImport, referenceNow, type ImportOptions, type Sheet } from '#exchange';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-06-01T02:00:00.000Z';

const unit = (code: string, name: string) => ({
  stream: `unit-${code}`,
  type: 'UnitEstablished',
  data: { on: '2020-01-01', code, name, level: 'regional', invented: true },
});
const person = (personId: string, name: string, home: string, title: string) => ({
  stream: `person-${personId}`,
  type: 'PersonAppointed',
  data: { on: '2020-01-01', personId, name, unit: home, title },
});

/** A log with two units and a few people, and the options to import into it on 01/06/2026. */
export const smallLog = async (log: EventLog = memoryEventLog()): Promise<ImportOptions> => {
  const facts = [
    unit('kv-1', 'VKSND khu vực 1'),
    unit('kv-2', 'VKSND khu vực 2'),
    person('vt-1', 'Lê Văn Trưởng', 'kv-1', 'vienTruong'),
    person('ksv-1', 'Nguyễn Văn Kiểm', 'kv-1', 'kiemSatVien'),
  ];
  await appendReference(facts, { log, digest, recordedAt, actor: 'test' });
  const { referenceAt, position: reference } = await referenceNow(log);
  return { log, digest, referenceAt, reference, recordedAt, unit: 'kv-1' };
};

/** What a log holds of files. */
export const fileEvents = async (log: EventLog): Promise<readonly StoredEvent[]> => {
  const { events } = await log.readAll({ after: START, limit: 10_000 });
  return events.filter(({ stream }) => !/^(unit|person)-/.test(stream));
};

/** Row, column and reason of everything that is wrong with some sheets. */
export const problemsOf = async (options: ImportOptions, ...sheets: readonly Sheet[]) =>
  (await planImport(sheets, options)).problems.map(({ row, field, reason }) => [row, field, reason]);
