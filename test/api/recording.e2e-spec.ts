import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.js';
import { petitionReceived } from './facts.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

describe('recording a milestone', () => {
  let run: ApiUnderTest;
  let ksv: Caller;
  beforeAll(async () => {
    run = await apiUnderTest();
    ksv = await run.as('ksv');
  });
  afterAll(() => run.stop());

  it('opens a file, and tells its revision and position', async () => {
    const { status, headers, body } = await ksv.record('petition/p-1', petitionReceived('2026-03-02'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ revision: 0, repeated: false, breaches: [], status: 'received' });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('position')).toBe(body.position);
  });

  it('is done once when sent twice under one key, even at once', async () => {
    const key = { 'idempotency-key': 'the-same-key-1' };
    const send = () => ksv.record('petition/p-2', petitionReceived('2026-03-02'), key);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.position)).size).toBe(1);
    expect(answers.at(-1)?.body.repeated).toBe(true);
    expect((await ksv.get('/api/files/petition/p-2')).body.timeline).toHaveLength(1);
  });

  it('refuses the key of another command', async () => {
    const key = { 'idempotency-key': 'another-key-1' };
    await ksv.record('petition/p-3', petitionReceived('2026-03-02'), key);
    const { status, body } = await ksv.record('petition/p-3', petitionReceived('2026-03-03'), key);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'command-id-reused', field: 'Idempotency-Key' });
  });

  it('asks for a key', async () => {
    const { status, body } = await ksv.post('/api/files/petition/p-4/facts', petitionReceived('2026-03-02'));
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'no-idempotency-key', field: 'Idempotency-Key' });
  });

  it('refuses who looked at an older revision', async () => {
    await ksv.record('petition/p-5', petitionReceived('2026-03-02'));
    const classified = {
      type: 'PetitionClassified',
      data: { on: '2026-03-03', competent: true, conditionsMet: true },
    };
    const first = await ksv.record('petition/p-5', classified, { 'if-match': '"0"' });
    expect(first.status).toBe(200);
    const accepted = { type: 'PetitionAccepted', data: { on: '2026-03-04' } };
    const { status, body } = await ksv.record('petition/p-5', accepted, { 'if-match': '"0"' });
    expect(status).toBe(412);
    expect(body.code).toBe('revision-moved');
  });

  it('names the fields that are wrong, in Vietnamese', async () => {
    const { data } = petitionReceived('2026-03-02');
    const { status, body } = await ksv.record('petition/p-6', {
      type: 'PetitionReceived',
      data: { ...data, on: '2/3/2026', senders: 'x' },
    });
    expect(status).toBe(400);
    expect(body.code).toBe('invalid');
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['data.on', 'data']),
    );
    expect(body.errors[0].detail).toMatch(/không hợp lệ/i);
  });

  it('refuses what can’t be, with the rule’s code and article', async () => {
    const { status, body } = await ksv.record('petition/p-7', {
      type: 'PetitionAccepted',
      data: { on: '2026-03-04' },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: 'urn:kiemsat:not-in-this-status',
      code: 'not-in-this-status',
      basis: 'Luật Khiếu nại Điều 27; Luật Tố cáo Điều 29',
      detail: '“Thụ lý đơn” không thể xảy ra khi hồ sơ đang ở trạng thái “Chưa tiếp nhận”.',
    });
  });

  it('refuses a day that hasn’t come', async () => {
    const { status, body } = await ksv.record('petition/p-8', petitionReceived('2999-01-01'));
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'in-the-future', field: 'data.on' });
  });

  it('shows the breaches before recording, records nothing then, and returns them with the answer', async () => {
    await ksv.record('petition/p-9', petitionReceived('2026-03-02'));
    await ksv.record('petition/p-9', { type: 'PetitionAccepted', data: { on: '2026-03-04' } });
    const late = {
      type: 'PetitionDecisionIssued',
      data: { on: '2026-07-01', decisionNo: '1/QĐ', finding: 'wrong', signer: 'p-truong' },
    };
    const tried = await ksv.post('/api/files/petition/p-9/facts?dryRun=true', late);
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      revision: 1,
      status: 'decided',
      breaches: [{ code: 'petition-decided-late', basis: expect.stringContaining('Luật Khiếu nại Điều 28') }],
    });
    expect((await ksv.get('/api/files/petition/p-9')).body.revision).toBe(1);
    const recorded = await ksv.record('petition/p-9', late);
    expect(recorded.body.breaches).toHaveLength(1);
    expect((await ksv.get('/api/files/petition/p-9')).body).toMatchObject({
      revision: 2,
      breaches: [{ code: 'petition-decided-late' }],
    });
  });

  it('is for the people of the file’s unit and above', async () => {
    await ksv.record('petition/p-10', petitionReceived('2026-03-02'));
    const accepted = { type: 'PetitionAccepted', data: { on: '2026-03-04' } };
    const other = await (await run.as('ksv2')).record('petition/p-10', accepted);
    expect([other.status, other.body.code]).toEqual([403, 'forbidden']);
    const auditor = await (await run.as('thanhtra')).record('petition/p-10', accepted);
    expect([auditor.status, auditor.body.code]).toEqual([403, 'forbidden']);
    expect((await ksv.record('petition/p-10', accepted)).status).toBe(200);
  });

  it('refuses a body that is too large, and one that isn’t JSON', async () => {
    const { data } = petitionReceived('2026-03-02');
    const large = { type: 'PetitionReceived', data: { ...data, summary: 'x'.repeat(1_100_000) } };
    expect((await ksv.record('petition/p-11', large)).status).toBe(413);
    const form = await fetch(`${run.address}/api/files/petition/p-11/facts`, {
      method: 'POST',
      headers: { ...ksv.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'type=PetitionReceived',
    });
    expect(form.status).toBe(415);
  });
});
