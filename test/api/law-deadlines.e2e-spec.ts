import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TermRow } from '#law';
import type { Caller } from './caller.js';
import { petitionReceived } from './facts.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

const charges = [{ article: '173', clause: 1 }];
const accused = [{ accusedId: 'a1', charges }];

/** A case of one accused, up to the day its file came to the procuracy with the conclusion. */
const caseReceivedOn = (on: string) => [
  {
    type: 'CaseInitiated',
    data: {
      on: '2026-02-02',
      decisionNo: '1/QĐ',
      caseNo: '1/VA',
      body: 'Cơ quan Cảnh sát điều tra',
      bodyLevel: 'district',
      charges,
      severity: 'I',
      summary: 'Trộm cắp tài sản',
      sourceReportIds: [],
      sentOn: '2026-02-02',
    },
  },
  {
    type: 'AccusedCharged',
    data: {
      on: '2026-02-03',
      decisionNo: '2/QĐ',
      accusedId: 'a1',
      name: 'Nguyễn Văn Bị',
      charges,
      isJuvenile: false,
      isLegalEntity: false,
      by: 'investigator',
      sentOn: '2026-02-03',
    },
  },
  { type: 'AccusedChargeApproved', data: { on: '2026-02-04', decisionNo: '3/QĐ', accusedId: 'a1' } },
  { type: 'InvestigationConcluded', data: { on, conclusionNo: '4/KL', accused, deliveredOn: on } },
  { type: 'CaseFileReceived', data: { on, severity: 'I', folios: 10, volumes: 1, procedure: 'ordinary' } },
];

const indictment = (on: string) => ({
  type: 'IndictmentIssued',
  data: { on, indictmentNo: '5/CT', accused, signer: 'p-truong', signerTitle: 'head' },
});

interface Spell {
  readonly docket: string;
  readonly due?: string;
  readonly dueOn?: string;
}

describe('an administrator changes the law without a release', () => {
  let run: ApiUnderTest;
  let quantri: Caller;
  let ksv: Caller;
  let position = '';
  let keys = 0;

  const told = async (file: string, facts: readonly { type: string; data: object }[]) => {
    for (const fact of facts) {
      const { status, body } = await ksv.record(file, fact);
      expect([fact.type, status, body.detail]).toEqual([fact.type, 200, undefined]);
      ({ position } = body);
    }
  };
  const enact = async (path: string, body: unknown) => {
    const answer = await quantri.post(`/api/law/${path}`, body, { 'idempotency-key': `deadline-key-${++keys}` });
    expect([path, answer.status, answer.body.detail]).toEqual([path, 200, undefined]);
    ({ position } = answer.body);
    return answer.body;
  };
  /** The open deadlines of the office, by file and stage. */
  const open = async (): Promise<Readonly<Record<string, string>>> => {
    const { status, body } = await ksv.get('/api/due?size=200', { 'wait-for': position });
    expect([status, body.code]).toEqual([200, undefined]);
    const rows = body.rows as { id: string; docket: string; dueOn: string; docketLabel: string; kind?: string }[];
    return Object.fromEntries(
      rows.map(({ id, docket, kind, dueOn }) => [[id, docket, ...(docket === 'duty' ? [kind] : [])].join(' '), dueOn]),
    );
  };
  const spellOf = async (id: string, docket: string): Promise<Spell & Record<string, unknown>> => {
    const { body } = await ksv.get(`/api/files/criminalCase/${id}`);
    return body.spells.find((one: Spell) => one.docket === docket);
  };

  beforeAll(async () => {
    run = await apiUnderTest({ clock: () => new Date('2026-03-20T03:00:00.000Z') });
    [quantri, ksv] = [await run.as('quantri'), await run.as('ksv')];
  });
  afterAll(() => run.stop());

  it('a shortened term judges what began from its day on, not what began before, and nothing that is closed', async () => {
    // Given one case received before the day, one after it, and one after it that is decided already
    await told('criminalCase/truoc', caseReceivedOn('2026-03-05'));
    await told('criminalCase/sau', caseReceivedOn('2026-03-12'));
    await told('criminalCase/xong', [...caseReceivedOn('2026-03-11'), indictment('2026-03-16')]);
    expect(await open()).toMatchObject({ 'truoc prosecution': '2026-03-25', 'sau prosecution': '2026-04-01' });
    const closed = await spellOf('xong', 'prosecution');

    // When an administrator tries a shorter term from 10 March on, then enacts it
    const { body } = await quantri.get('/api/law/terms?q=prosecution.decide');
    const now = (body.rows as { kind?: string; row: TermRow }[]).find(({ kind }) => kind === undefined)?.row;
    const term = {
      ...now,
      lengths: { I: { days: 10 }, N: { days: 10 }, R: { days: 15 }, D: { days: 15 } },
      basis: 'Luật thử 1/2026 Điều 1',
      validFrom: '2026-03-10',
    };
    const { body: tried } = await quantri.post('/api/law/terms?dryRun=true', { term });
    expect(tried).toMatchObject({
      dryRun: true,
      follows: { validFrom: '2018-01-01' },
      mayMove: { items: 2, files: 2 },
    });
    expect(await open()).toMatchObject({ 'sau prosecution': '2026-04-01' });
    await enact('terms', { term });

    // Then only the open case that was received from that day on is due earlier, on the working day after a Sunday
    expect(await open()).toMatchObject({ 'truoc prosecution': '2026-03-25', 'sau prosecution': '2026-03-23' });
    const spell = await spellOf('sau', 'prosecution');
    expect(JSON.stringify(spell)).toContain('Luật thử 1/2026 Điều 1');
    // And the closed one is shown under the law it was closed under
    expect(await spellOf('xong', 'prosecution')).toEqual(closed);
  });

  it('a corrected day moves the deadlines that rest on it, and no other', async () => {
    const before = await open();
    const correction = {
      day: '2026-03-23',
      kind: 'swapped-off',
      name: 'Nghỉ hoán đổi',
      basis: 'Thông báo thử 2/2026',
      status: 'sourced',
    };
    const { body: tried } = await quantri.post('/api/law/calendars/2026/days?dryRun=true', correction);
    expect(tried.mayMove.items).toBeGreaterThanOrEqual(1);
    await enact('calendars/2026/days', correction);
    const after = await open();
    const moved = Object.keys(after).filter((item) => after[item] !== before[item]);
    expect(after['sau prosecution']).toBe('2026-03-24');
    expect(moved.filter((item) => before[item] !== '2026-03-23')).toEqual([]);
    await enact('calendars/2026/days', { ...correction, kind: 'ordinary', name: 'Không hoán đổi nữa' });
    expect(await open()).toEqual(before);
  });

  it('a wholly new term opens a duty with its derivation, which the fact that it names closes', async () => {
    const term: TermRow = {
      code: 'petition.letter',
      label: 'Gửi thư báo tin cho người gửi đơn',
      basis: 'Luật thử 3/2026 Điều 5',
      runsFrom: 'ngày nhận được đơn',
      lengths: { days: 7 },
      counting: 'ordinary',
      starts: { register: 'petition', fact: 'PetitionReceived' },
      ends: ['PetitionClassified'],
      validFrom: '2026-03-10',
      status: 'confirmed',
    };
    // Given a petition from before its day, and two from after
    await told('petition/d-truoc', [petitionReceived('2026-03-09')]);
    await told('petition/d-sau', [petitionReceived('2026-03-16')]);
    const duties = async () => Object.entries(await open()).filter(([item]) => item.includes('petition.letter'));
    expect(await duties()).toEqual([]);

    // When the term is enacted, and one more comes in
    await enact('terms', { term });
    await told('petition/d-moi', [petitionReceived('2026-03-17')]);

    // Then those after its day have a deadline that opens into its derivation
    expect(Object.fromEntries(await duties())).toEqual({
      'd-sau duty petition.letter': '2026-03-23',
      'd-moi duty petition.letter': '2026-03-24',
    });
    const { body: due } = await ksv.get('/api/due?size=200');
    expect((due.rows as { id: string }[]).filter(({ id }) => id === 'd-sau')).toContainEqual(
      expect.objectContaining({ dueOn: '2026-03-23', basis: term.basis }),
    );
    const { body: file } = await ksv.get('/api/files/petition/d-sau');
    const spells = file.spells as { steps: { basis: string; date?: string }[] }[];
    expect(spells.flatMap(({ steps }) => steps)).toContainEqual(
      expect.objectContaining({ basis: term.basis, date: '2026-03-23' }),
    );

    // And the fact that it names closes it
    const classified = { type: 'PetitionClassified', data: { on: '2026-03-18', competent: true, conditionsMet: true } };
    await told('petition/d-moi', [classified]);
    expect((await duties()).map(([item]) => item)).toEqual(['d-sau duty petition.letter']);
  });
});
