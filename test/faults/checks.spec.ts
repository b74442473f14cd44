import { describe, expect, it } from '@jest/globals';
import { START, type EventLog, type StoredEvent } from '#engine';
import { memoryEventLog } from '#event-log';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { event } from '../event-log/storm-event.js';
import { halfTold, lostOrTwice, readOn } from './checks.js';

const stored = (at: number, more: Partial<StoredEvent> = {}): StoredEvent => ({
  ...event(),
  stream: 'petition-1',
  revision: 0,
  position: String(at).padStart(20, '0'),
  ...more,
});
const commanded = (commandId: string) => ({ ...event().metadata, commandId });

describe('facts that touch two files', () => {
  const { type, data } = theftReport.initiated('2026-03-20', { caseFile: 'criminalCase-1' });
  const metadata = commanded('c');
  const told = stored(1, { stream: 'crimeReport-1', type, data, metadata });
  const other = stored(2, {
    stream: 'criminalCase-1',
    type: 'CaseInitiated',
    data: { ...data, sourceReportIds: ['crimeReport-1'] },
    metadata,
  });

  it('given both halves, then nothing is found', () => {
    expect(halfTold([told, other])).toEqual([]);
  });

  it('given either half alone, one of them twice, or that of another command, then it is found', () => {
    expect(halfTold([told])).toHaveLength(1);
    expect(halfTold([other])).toHaveLength(1);
    expect(halfTold([told, other, { ...other, revision: 1 }])).toHaveLength(1);
    expect(halfTold([told, { ...other, metadata: commanded('d') }])).toHaveLength(2);
  });
});

describe('acknowledged commands', () => {
  const metadata = commanded('c');
  const one = stored(7, { metadata });
  const acknowledged = {
    stream: one.stream,
    commandId: 'c',
    revision: 0,
    position: one.position,
    touchesTwo: false,
  };

  it('given that it stands where the answer said, then nothing is found', () => {
    expect(lostOrTwice([one], [acknowledged])).toEqual([]);
  });

  it('given that it stands nowhere, twice, or elsewhere, then it is found', () => {
    expect(lostOrTwice([], [acknowledged])).toHaveLength(1);
    expect(lostOrTwice([one, { ...one, revision: 1 }], [acknowledged])).toHaveLength(1);
    expect(lostOrTwice([{ ...one, revision: 1 }], [acknowledged])).toHaveLength(1);
    expect(lostOrTwice([stored(8, { metadata })], [acknowledged])).toHaveLength(1);
  });
});

describe('the log, read on', () => {
  const log = (events: readonly StoredEvent[], gapless: boolean): EventLog => ({
    ...memoryEventLog(),
    capabilities: { severalStreams: true, durable: true, gapless, maxAppendBytes: 1 },
    readAll: async () => ({ events, next: events.at(-1)?.position ?? START, caughtUp: true }),
  });

  it('given a gap, then it is found only where the log promises none', async () => {
    const events = [stored(1), stored(3, { revision: 1 })];
    expect((await readOn(log(events, true), START)).wrong).toHaveLength(1);
    expect((await readOn(log(events, false), START)).wrong).toEqual([]);
  });

  it('given positions that go back, or a revision left out, then it is found on either log', async () => {
    for (const gapless of [true, false]) {
      expect((await readOn(log([stored(2), stored(1, { revision: 1 })], gapless), START)).wrong).not.toEqual([]);
      expect((await readOn(log([stored(1), stored(2, { revision: 2 })], gapless), START)).wrong).toHaveLength(1);
    }
  });
});
