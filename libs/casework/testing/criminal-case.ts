import type { z } from 'zod';
import { criminalCaseFacts, type CriminalCaseFact } from '../src/criminal-case/facts.js';

type Type = CriminalCaseFact['type'];
type Input<T extends Type> = z.input<(typeof criminalCaseFacts)[T]['data']>;

/** A fact of a criminal case as the API would store it: defaults filled in. @throws when it isn't one */
export const caseFact = <T extends Type>(type: T, data: Input<T>): CriminalCaseFact =>
  ({ type, data: criminalCaseFacts[type].data.parse(data) }) as CriminalCaseFact;

/** Theft, Điều 173 khoản 1: ít nghiêm trọng; two months to investigate, twenty days to decide. */
export const theft = { article: '173', clause: 1 };
/** Theft, Điều 173 khoản 2: nghiêm trọng. */
export const graverTheft = { article: '173', clause: 2 };
/** Intentional injury, Điều 134 khoản 1: ít nghiêm trọng. */
export const injury = { article: '134', clause: 1 };

/** A case of theft with one accused (or more), each step with what a spec wants different. */
export const theftCase = {
  initiated: (on: string, more: Partial<Input<'CaseInitiated'>> = {}) =>
    caseFact('CaseInitiated', {
      on,
      decisionNo: '01/QĐ',
      caseNo: '01/2026/HS',
      body: 'Cơ quan Cảnh sát điều tra',
      charges: [theft],
      severity: 'I',
      ...more,
    }),
  charged: (on: string, accusedId = 'a1', more: Partial<Input<'AccusedCharged'>> = {}) =>
    caseFact('AccusedCharged', {
      on,
      decisionNo: '02/QĐ',
      accusedId,
      name: `Bị can ${accusedId}`,
      charges: [theft],
      ...more,
    }),
  concluded: (on: string, ids: readonly string[] = ['a1'], more: Partial<Input<'InvestigationConcluded'>> = {}) =>
    caseFact('InvestigationConcluded', {
      on,
      conclusionNo: '03/KL',
      accused: ids.map((accusedId) => ({ accusedId, charges: [theft] })),
      ...more,
    }),
  received: (on: string, more: Partial<Input<'CaseFileReceived'>> = {}) =>
    caseFact('CaseFileReceived', { on, severity: 'I', folios: 120, ...more }),
  indicted: (on: string, ids: readonly string[] = ['a1'], more: Partial<Input<'IndictmentIssued'>> = {}) =>
    caseFact('IndictmentIssued', {
      on,
      indictmentNo: '04/CT',
      accused: ids.map((accusedId) => ({ accusedId, charges: [theft] })),
      signer: 'pvt-1',
      ...more,
    }),
  toCourt: (on: string, more: Partial<Input<'CaseFileTransferredToCourt'>> = {}) =>
    caseFact('CaseFileTransferredToCourt', { on, court: 'Tòa án nhân dân khu vực 1', ...more }),
  returned: (on: string, returnId: string, more: Partial<Input<'CaseFileReturned'>> = {}) =>
    caseFact('CaseFileReturned', {
      on,
      decisionNo: '05/QĐ',
      returnId,
      by: 'procuracy',
      returnNo: 1,
      reasons: ['evidence'],
      toBody: 'Cơ quan Cảnh sát điều tra',
      ...more,
    }),
  assessed: (on: string, returnId: string, accepted = true) =>
    caseFact('ReturnGroundsAssessed', { on, returnId, accepted, by: 'Cơ quan Cảnh sát điều tra' }),
  supplemented: (on: string, returnId: string, more: Partial<Input<'SupplementaryInvestigationCompleted'>> = {}) =>
    caseFact('SupplementaryInvestigationCompleted', {
      on,
      conclusionNo: '06/KLBS',
      returnId,
      kind: 'supplementary',
      ...more,
    }),
  judged: (on: string, ids: readonly string[] = ['a1'], more: Partial<Input<'FirstInstanceJudgmentRecorded'>> = {}) =>
    caseFact('FirstInstanceJudgmentRecorded', {
      on,
      judgmentNo: '07/HS-ST',
      court: 'Tòa án nhân dân khu vực 1',
      accused: ids.map((accusedId) => ({ accusedId, verdicts: [{ charged: theft, result: 'convicted' as const }] })),
      ...more,
    }),
};

const { initiated, charged, concluded, received, indicted, toCourt, returned, assessed, supplemented } = theftCase;

/** A case with the procuracy: initiated two months before the file was received. */
const withProcuracy = (year: number, month: string): readonly CriminalCaseFact[] => [
  initiated(`${year}-${month}-01`),
  charged(`${year}-${month}-02`),
  concluded(`${year}-${month}-20`),
  received(`${year}-${month}-21`),
];

const atCourt = (year: number, month: string): readonly CriminalCaseFact[] => [
  ...withProcuracy(year, month),
  indicted(`${year}-${month}-25`),
  toCourt(`${year}-${month}-26`),
];

/** A case that the procuracy returned so many times, each time with grounds, and has again. */
const returnedOften = (year: number, times: number): readonly CriminalCaseFact[] => [
  ...withProcuracy(year, '01'),
  ...Array.from({ length: times }, (_, i) => {
    const month = String(2 + i).padStart(2, '0');
    return [
      returned(`${year}-${month}-01`, `r${i + 1}`, { returnNo: i + 1 }),
      assessed(`${year}-${month}-10`, `r${i + 1}`),
      supplemented(`${year}-${month}-20`, `r${i + 1}`),
      received(`${year}-${month}-21`),
    ];
  }).flat(),
];

const many = <T>(count: number, one: () => T): readonly T[] => Array.from({ length: count }, one);

/**
 * The worked examples of TTLT 02/2017 Điều 14 khoản 3, as the histories of cases in 2018: 9 cases returned with grounds
 * of 150 (10 old, 140 new) make 6%; 5 of 100 (10 old, 90 new) make 5%. One of the nine came back three times and counts
 * once; one of the court's was passed on to the investigator and is the court's alone; one return of each was refused.
 */
export const returnExamples = {
  procuracy: [
    ...many(10, () => withProcuracy(2017, '12')),
    returnedOften(2018, 3),
    ...many(8, () => returnedOften(2018, 1)),
    [...withProcuracy(2018, '03'), returned('2018-04-02', 'r1'), assessed('2018-04-10', 'r1', false)],
    ...many(130, () => withProcuracy(2018, '05')),
  ],
  court: [
    ...many(10, () => atCourt(2017, '12')),
    [
      ...atCourt(2018, '01'),
      returned('2018-03-01', 'r1', { by: 'presidingJudge', toBody: 'Viện kiểm sát' }),
      assessed('2018-03-05', 'r1'),
      returned('2018-03-06', 'r2', { onCourtReturnId: 'r1' }),
    ],
    ...many(4, () => [
      ...atCourt(2018, '02'),
      returned('2018-04-02', 'r1', { by: 'panel', toBody: 'Viện kiểm sát' }),
      assessed('2018-04-06', 'r1'),
    ]),
    [
      ...atCourt(2018, '03'),
      returned('2018-05-02', 'r1', { by: 'presidingJudge', toBody: 'Viện kiểm sát' }),
      caseFact('CourtReturnRefused', { on: '2018-05-10', docNo: '08/VKS', returnId: 'r1', reasons: 'Không có căn cứ' }),
    ],
    ...many(84, () => atCourt(2018, '06')),
  ],
} satisfies Readonly<Record<string, readonly (readonly CriminalCaseFact[])[]>>;
