import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.js';
import { petitionReceived } from './facts.js';
import { OTHER_REGION } from './province.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

interface Moved {
  readonly id?: string;
  readonly docket: string;
  readonly from?: string;
  readonly to?: string;
  readonly sealed: boolean;
}

describe('a day of the calendar that is corrected', () => {
  let run: ApiUnderTest;
  let ksv: Caller;
  let position = '';
  let event = '';
  const due: Record<string, string> = {};

  const complaint = async (caller: Caller, id: string, acceptedOn: string, prosecutor = 'p-ksv', more = {}) => {
    for (const fact of [
      { ...petitionReceived('2026-03-02'), ...more },
      { type: 'PetitionClassified', data: { on: '2026-03-03', competent: true, conditionsMet: true } },
      { type: 'PetitionAccepted', data: { on: acceptedOn, prosecutor } },
    ]) {
      const { status, body } = await caller.record(`petition/${id}`, fact);
      expect([fact.type, status, body.detail]).toEqual([fact.type, 200, undefined]);
      ({ position } = body);
    }
  };
  const moves = async (caller: Caller, query = '') => {
    const { status, body } = await caller.get(`/api/deadline-moves?size=200${query}`, { 'wait-for': position });
    expect(status).toBe(200);
    return body as { total: number; rows: Moved[] };
  };

  beforeAll(async () => {
    run = await apiUnderTest();
    ksv = await run.as('ksv');
    const head = await run.as('truong');
    await complaint(ksv, 'don-dau', '2026-03-04');
    await complaint(ksv, 'don-sau', '2026-03-09');
    await complaint(await run.as('ksv2'), 'don-khac', '2026-03-04');
    await complaint(head, 'don-mat', '2026-03-04', 'p-pho', { confidentiality: 2 });
    const { body } = await ksv.get('/api/due?size=200', { 'wait-for': position });
    for (const { id, docket, dueOn } of body.rows as { id: string; docket: string; dueOn: string }[])
      if (docket === 'petition') due[id] = dueOn;
    const day = due['don-dau'] ?? '';
    const corrected = await (
      await run.as('quantri')
    ).post(
      `/api/law/calendars/${day.slice(0, 4)}/days`,
      { day, kind: 'holiday', name: 'Ngày nghỉ thử', basis: 'Quyết định thử', status: 'sourced' },
      { 'idempotency-key': 'corrected-day' },
    );
    expect([corrected.status, corrected.body.detail]).toEqual([200, undefined]);
    ({ position } = corrected.body);
    const events = await ksv.get('/api/deadline-moves/events', { 'wait-for': position });
    event = events.body[0]?.event;
  });
  afterAll(() => run.stop());

  it('moves the due dates that fall on it, and no others', async () => {
    const { rows } = await moves(ksv);
    const petitions = rows.filter(({ docket }) => docket === 'petition');
    // The complaint and the sealed one.
    expect(petitions).toHaveLength(2);
    for (const row of petitions) {
      expect(row.from).toBe(due['don-dau']);
      expect((row.to ?? '') > (row.from ?? '')).toBe(true);
    }
    expect(rows.some(({ id }) => id === 'don-sau')).toBe(false);
    const now = await ksv.get('/api/due?size=200', { 'wait-for': position });
    const dueNow = (now.body.rows as { id: string; docket: string; dueOn: string }[]).find(
      ({ id, docket }) => id === 'don-dau' && docket === 'petition',
    );
    expect(dueNow?.dueOn).toBe(petitions[0]?.to);
  });

  it('is named with what it is about, its basis and how many it moved', async () => {
    const { body } = await ksv.get('/api/deadline-moves/events');
    const { total } = await moves(ksv, `&event=${event}`);
    expect(body).toEqual([
      expect.objectContaining({
        event,
        type: 'CalendarDayCorrected',
        label: 'Đính chính một ngày của lịch',
        about: expect.stringContaining('Ngày nghỉ thử'),
        basis: 'Quyết định thử',
        moved: total,
      }),
    ]);
  });

  it('shows each office its own files, and the province all of them', async () => {
    const [own, province] = [await moves(ksv), await moves(await run.as('lanhdao'))];
    expect(own.rows.some(({ id }) => id === 'don-khac')).toBe(false);
    expect(province.rows.some(({ id }) => id === 'don-khac')).toBe(true);
    expect((await moves(await run.as('lanhdao'), `&unit=${OTHER_REGION}`)).rows.map(({ id }) => id)).toContain(
      'don-khac',
    );
    expect((await ksv.get(`/api/deadline-moves?unit=${OTHER_REGION}`)).status).toBe(403);
  });

  it('counts a sealed file, and names it only to who may see it', async () => {
    const hidden = (await moves(ksv)).rows.filter(({ sealed }) => sealed);
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) {
      expect(row).toMatchObject({ item: '', number: '', title: '', from: due['don-dau'] });
      expect(row).not.toHaveProperty('id');
    }
    expect((await moves(ksv, '&file=petition/don-mat')).total).toBe(0);
    const { rows } = await moves(await run.as('truong'));
    expect(rows.filter(({ sealed }) => sealed)).toEqual([]);
    expect(rows.map(({ id }) => id)).toContain('don-mat');
  });

  it('is told of one file', async () => {
    const { rows } = await moves(ksv, '&file=petition/don-dau');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(['don-dau']));
    expect((await moves(ksv, '&file=petition/don-sau')).total).toBe(0);
    expect((await ksv.get('/api/deadline-moves?file=khong')).status).toBe(400);
  });
});
