import type { GoldenCase } from './golden.js';

// prettier-ignore
export const openPoints: readonly GoldenCase[] = [
  { article: 'BLTTHS Điều 147 khoản 1', term: 'crimeReport.resolve', from: '2026-03-02', due: '2026-03-23', other: { point: 'A1', due: '2026-03-22' }, why: 'a term in days on a Sunday' },
  { article: 'BLTTHS Điều 337 khoản 1', term: 'protest.judgment.criminal', kind: 'sameLevel', from: '2026-04-16', due: '2026-05-04', other: { point: 'A1', due: '2026-05-01' } },
  { article: 'BLTTHS Điều 147 khoản 1', term: 'crimeReport.resolve', from: '2026-03-05', due: '2026-03-25', other: { point: 'A2', due: '2026-03-24' } },
  { article: 'BLTTHS Điều 240 khoản 1', term: 'prosecution.decide', severity: 'I', from: '2026-03-04', due: '2026-03-24', other: { point: 'A2', due: '2026-03-23' } },
  { article: 'TTLT 01/2017 Điều 14 khoản 1', term: 'crimeReport.notifyReporter', from: '2026-03-03', due: '2026-03-06', other: { point: 'A2', due: '2026-03-05' }, why: 'the day of receipt is a working day' },
  { article: 'BLTTHS Điều 147 khoản 2', term: 'crimeReport.prolonged', from: '2026-03-02', granted: [{ on: '2026-04-27', length: { months: 2 }, is: 'accepted' }], due: '2026-07-02', other: { point: 'A3', due: '2026-07-06' }, why: 'from 2/5 or from 4/5; 4/7 a Saturday' },
  { article: 'BLTTHS Điều 240 khoản 1', term: 'prosecution.decide', severity: 'I', from: '2026-03-02', granted: [{ on: '2026-03-20', length: { days: 10 }, is: 'accepted' }], due: '2026-04-01', other: { point: 'A3', due: '2026-04-02' }, why: 'from 22/3 or from 23/3' },
  { article: 'BLTTHS Điều 172 khoản 1', term: 'investigation', severity: 'N', from: '2025-11-30', granted: [{ on: '2026-02-10', length: { months: 3 }, is: 'accepted' }], due: '2026-05-28', other: { point: 'A4', due: '2026-06-01' }, why: '30/5 a Saturday' },
  { article: 'BLTTHS Điều 147 khoản 1', term: 'crimeReport.resolve', from: '2026-03-02', granted: [{ on: '2026-03-16', length: { months: 2 }, is: 'notProvided' }], due: '2026-03-23', other: { point: 'A6', due: '2026-05-22' }, why: 'the 20 days extended by the circular' },
  { article: 'BLTTHS Điều 146 khoản 5', term: 'crimeReport.notifyProcuracy', from: '2026-03-06', due: '2026-03-09', other: { point: 'A7', due: '2026-03-11' } },
  { article: 'BLTTHS Điều 118 khoản 1', term: 'custody', from: '2026-02-28T15:00:00+07:00', due: '2026-03-03T15:00:00+07:00', other: { point: 'A8', due: '2026-03-02' } },
  { article: 'BLTTHS Điều 147 khoản 1', term: 'crimeReport.resolve', from: '2025-04-06', due: '2025-04-26', other: { point: 'A9', due: '2025-04-28' }, why: 'a Saturday worked in exchange' },
  { article: 'BLTTHS Điều 147 khoản 1', term: 'crimeReport.resolve', from: '2025-04-12', due: '2025-05-05', other: { point: 'A9', due: '2025-05-02' }, why: 'a Friday given free in exchange' },
  { article: 'Luật Khiếu nại Điều 27', term: 'petition.classify', kind: 'complaint', from: '2026-04-20', due: '2026-05-04', other: { point: 'A10', due: '2026-04-30' } },
  { article: 'BLTTHS Điều 241, Điều 240 khoản 1', term: 'detention.prosecution', severity: 'R', from: '2026-03-02', due: '2026-03-31', other: { point: 'A11', due: '2026-04-01' } },
  { article: 'BLTTHS Điều 172 khoản 1', term: 'investigation', severity: 'D', from: '2026-01-05', changed: [{ on: '2026-04-20', severity: 'I' }], due: '2026-04-20', other: { point: 'A12', due: '2026-05-05' } },
  { article: 'Luật Tố cáo Điều 30 khoản 1', term: 'petition.denunciation', from: '2026-03-09', suspended: [{ from: '2026-03-10', to: '2026-03-15' }], due: '2026-04-13', other: { point: 'A17', due: '2026-04-14' }, why: '5 or 6 days' },
  { article: 'BLTTHS Điều 244', term: 'detention.warnCourt', from: '2026-03-02', due: '2026-02-23', why: 'A5 does not matter on a working day' },
];
