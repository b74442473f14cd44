import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { RegisterName } from '#casework';
import { eventsOf, START } from '#engine';
import { memoryEventLog } from '#event-log';
import { fileFinder, filesInLog, type Mention } from '../../libs/exchange/src/workbook/files.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const register: RegisterName = 'petition';

/** A log in which people recorded petitions, each under an id of its own. */
const logWith = async (...petitions: readonly { id: string; unit: string; number: string }[]) => {
  const log = memoryEventLog();
  for (const { id, unit, number } of petitions) {
    const data = {
      on: '2026-03-02',
      petitionNo: number,
      kind: 'request',
      field: 'administrative',
      sender: 'Người gửi',
      summary: 'Nội dung',
    };
    const context = { commandId: id, actor: 'ksv', unit, recordedAt: '2026-03-02T03:00:00.000Z', reference: START };
    const events = eventsOf([{ type: 'PetitionReceived', data }], `petition-${id}`, context, 'hash', digest);
    await log.append([{ stream: `petition-${id}`, expected: 'noStream', events }]);
  }
  return filesInLog(log);
};

const row = (unit: string, number: string, opens = false): Mention => ({ register, unit, number, opens });

describe('the file that a row means', () => {
  it('is the one so numbered in its unit, whoever recorded it', async () => {
    const known = await logWith(
      { id: 'a', unit: 'kv-1', number: '01/2026' },
      { id: 'b', unit: 'kv-2', number: '01/2026' },
    );
    const find = fileFinder(digest, known, [row('kv-1', '01/2026'), row('kv-2', '01/2026')]);
    expect(find(register, ' 01/2026', 'kv-1')).toBe('petition-a');
    expect(find(register, '01/2026', 'kv-2')).toBe('petition-b');
  });

  it('is the only one so numbered, where its unit has none', async () => {
    const find = fileFinder(digest, await logWith({ id: 'a', unit: 'kv-1', number: '01' }), [row('kv-2', '01')]);
    expect(find(register, '01', 'kv-2')).toBe('petition-a');
  });

  it('is a new one where the row opens it in another unit', async () => {
    const find = fileFinder(digest, await logWith({ id: 'a', unit: 'kv-1', number: '01' }), [row('kv-2', '01', true)]);
    expect(find(register, '01', 'kv-2')).not.toBe('petition-a');
  });

  it('can’t be told where several units use the number and none is the row’s', async () => {
    const known = await logWith({ id: 'a', unit: 'kv-1', number: '01' }, { id: 'b', unit: 'kv-2', number: '01' });
    const find = fileFinder(digest, known, [row('kv-3', '01')]);
    expect(() => find(register, '01', 'kv-3')).toThrow('Có nhiều hồ sơ số “01” (kv-1, kv-2)');
  });

  it('is the same for every row of a file that moved to another unit, on every run', async () => {
    const mentions = [row('kv-1', '01', true), row('kv-2', '01')];
    const first = fileFinder(digest, await logWith(), mentions);
    const again = fileFinder(digest, await logWith(), mentions);
    expect(
      new Set([first, again].flatMap((find) => ['kv-1', 'kv-2'].map((unit) => find(register, '01', unit)))).size,
    ).toBe(1);
  });
});
