import type { GoldenCase } from './golden.js';

// prettier-ignore
export const replies: readonly GoldenCase[] = [
  { term: 'recommendation.reply', kind: 'custody', from: '2026-01-26', due: '2026-02-25' },
  { term: 'recommendation.reply', kind: 'custody', from: '2026-04-21', due: '2026-05-21' },
  { term: 'recommendation.reply', kind: 'custody', from: '2025-03-27', due: '2025-04-26' },
  { term: 'recommendation.reply', kind: 'execution', from: '2026-01-26', due: '2026-02-25' },
  { term: 'recommendation.reply', kind: 'execution', from: '2026-04-21', due: '2026-05-21' },
  { term: 'recommendation.reply', kind: 'execution', from: '2025-03-27', due: '2025-04-26' },
  { term: 'recommendation.reply', kind: 'prevention', from: '2026-01-26', due: '2026-02-05' },
  { term: 'recommendation.reply', kind: 'prevention', from: '2026-04-21', due: '2026-05-04' },
  { term: 'recommendation.reply', kind: 'prevention', from: '2025-03-27', due: '2025-04-08' },
  { term: 'recommendation.reply', kind: 'officer', from: '2026-01-26', due: '2026-02-02' },
  { term: 'recommendation.reply', kind: 'officer', from: '2026-04-21', due: '2026-04-28' },
  { term: 'recommendation.reply', kind: 'officer', from: '2025-03-27', due: '2025-04-03' },
  { term: 'protest.reply', kind: 'custody', from: '2026-04-15', due: '2026-05-04' },
  { term: 'protest.reply', kind: 'execution', from: '2026-04-10', due: '2026-04-28' },
  { term: 'protest.objection', kind: 'custody', from: '2026-04-15', due: '2026-05-04' },
  { term: 'request.reply', kind: 'custodySelfCheck', from: '2026-01-20', due: '2026-02-23' },
  { term: 'request.reply', kind: 'civilExecutionSelfCheck', from: '2026-01-20', due: '2026-02-23' },
];
