import { createHash } from 'node:crypto';
import { derivedId, type EventLog, type Fact, type Metadata, type NewEvent } from '#engine';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Written = Fact | { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** Writes facts straight into a log: one append, ids and times that follow from stream and revision. */
export const writer = (log: EventLog, recordedAt = '2026-06-30T03:00:00.000Z') => {
  const revisions = new Map<string, number>();
  const position = { last: '0'.repeat(20) };
  const event = (stream: string, revision: number, { type, data }: Written, more: Partial<Metadata>): NewEvent => ({
    id: derivedId(digest, `${stream}/${revision}`),
    type,
    schemaVersion: 1,
    data,
    metadata: {
      actor: 'an',
      unit: 'u1',
      recordedAt,
      commandId: `${stream}/${revision}`,
      commandHash: '',
      correlationId: '',
      confidentiality: 0,
      reference: position.last,
      ...more,
    },
  });
  return async (stream: string, facts: readonly Written[], more: Partial<Metadata> = {}) => {
    const known = revisions.get(stream) ?? -1;
    const events = facts.map((fact, i) => event(stream, known + 1 + i, fact, more));
    const result = await log.append([{ stream, expected: known < 0 ? 'noStream' : known, events }]);
    revisions.set(stream, known + facts.length);
    position.last = result.position;
    return { position: result.position, ids: events.map(({ id }) => id) };
  };
};
export type Write = ReturnType<typeof writer>;

// prettier-ignore
export const received = (on: string, unit: string, more: Record<string, unknown> = {}): Written => ({ type: 'ReportReceived', data: { on, unit, number: '12/2026/TB', title: 'Trộm cắp tại chợ Đông Ba', kind: 'tip', ...more } });
export const assigned = (on: string, person: string): Written => ({ type: 'ReportAssigned', data: { on, person } });
export const transferred = (on: string, unit: string): Written => ({ type: 'ReportTransferred', data: { on, unit } });
export const resolved = (on: string, outcome = 'initiated'): Written => ({
  type: 'ReportResolved',
  data: { on, outcome },
});
export const term = (days: number): Written => ({ type: 'TermEnacted', data: { on: '2026-01-01', days } });
