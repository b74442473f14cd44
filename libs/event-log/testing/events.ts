import { randomUUID } from 'node:crypto';
import {
  START,
  type AppendResult,
  type EventLog,
  type Expected,
  type LogFilter,
  type Metadata,
  type NewEvent,
  type StoredEvent,
  type StreamWrite,
} from '#engine';

export const metadata: Metadata = {
  actor: 'ksv-1',
  unit: 'vks-1',
  recordedAt: '2026-01-02T03:04:05.000Z',
  commandId: '00000000-0000-4000-8000-000000000000',
  commandHash: '',
  correlationId: '00000000-0000-4000-8000-000000000000',
  confidentiality: 0,
  reference: START,
};

export const event = (type = 'Noted', data: unknown = { on: '2026-01-02' }): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data,
  metadata,
});

export const events = (count: number, type?: string): readonly NewEvent[] =>
  Array.from({ length: count }, () => event(type));

export const write = (stream: string, expected: Expected, ...written: readonly NewEvent[]): StreamWrite => ({
  stream,
  expected,
  events: written,
});

/** What an append came to: its result, or the name of its error. */
export const outcomeOf = async (append: Promise<AppendResult>): Promise<AppendResult | string> =>
  append.catch((error: unknown) => (error instanceof Error ? error.name : String(error)));

export const outcomesOf = (appends: readonly Promise<AppendResult>[]): Promise<readonly (AppendResult | string)[]> =>
  Promise.all(appends.map(outcomeOf));

export const isDone = (outcome: AppendResult | string): outcome is AppendResult => typeof outcome !== 'string';

/** Every event of the log, page by page, as a reader gets them. */
export const readToEnd = async (log: EventLog, filter?: LogFilter, limit = 1000): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for (let after = START; ;) {
    const page = await log.readAll({ after, limit, ...(filter ? { filter } : {}) });
    all.push(...page.events);
    after = page.next;
    if (page.caughtUp) return all;
  }
};

export const idsOf = (stored: readonly { readonly id: string }[]): readonly string[] => stored.map(({ id }) => id);
