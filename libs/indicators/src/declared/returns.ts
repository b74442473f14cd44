import type { Beside, Indicator } from '../indicator.js';
import { closed, kindIn, not, openedIn, outcomeIn } from '../predicate.js';
import { beside, count, files, lines, toResolve } from './counting.js';

const BY_PROCURACY = ['procuracy'];
const BY_COURT = ['presidingJudge', 'panel'];

const returned = (kinds: readonly string[]) => [openedIn, kindIn(...kinds)];
const grounded = (kinds: readonly string[]) => files('return', ...returned(kinds), outcomeIn('grounded'));

const besides = (kinds: readonly string[]): readonly Beside[] => [
  beside('times', 'Số lượt trả', count('return', ...returned(kinds))),
  beside('groundedTimes', 'Số lượt trả có căn cứ', count('return', ...returned(kinds), outcomeIn('grounded'))),
  beside('ungrounded', 'Số lượt trả không có căn cứ', count('return', ...returned(kinds), outcomeIn('ungrounded'))),
  beside('unassessed', 'Số lượt chưa đánh giá căn cứ', count('return', ...returned(kinds), not(closed))),
];

const notes = [
  'Tính theo ngày trả hồ sơ. Chỉ tính lượt trả có căn cứ (được chấp nhận); lượt chưa đánh giá nêu riêng.',
  'Một vụ bị trả nhiều lần tính là một vụ (khoản 3 điểm c).',
  'Tòa án trả rồi Viện kiểm sát trả cho Cơ quan điều tra theo yêu cầu của Tòa án: một vụ, một lượt, tính cho Tòa án (khoản 3 điểm d).',
];

export const returnIndicators: readonly Indicator[] = [
  {
    code: 'K02.VKS',
    label: 'Tỷ lệ trả hồ sơ điều tra bổ sung giữa Viện kiểm sát và Cơ quan điều tra',
    covers: ['K02'],
    formula:
      'Số vụ Viện kiểm sát trả hồ sơ cho Cơ quan điều tra có căn cứ trong kỳ ÷ số vụ Cơ quan điều tra kết luận đề nghị truy tố (cũ chưa giải quyết + mới)',
    unitOfCount: 'vụ',
    direction: 'down',
    numerator: grounded(BY_PROCURACY),
    denominator: files('prosecution', toResolve('transferred')),
    beside: [
      ...besides(BY_PROCURACY),
      beside(
        'forCourt',
        'Số lượt trả theo yêu cầu của Tòa án (tính cho Tòa án)',
        count('return', ...returned(['procuracyForCourt'])),
      ),
    ],
    additivity: 'none',
    basis: { text: 'TTLT 02/2017/TTLT-VKSNDTC-TANDTC-BCA-BQP Điều 14 khoản 3 điểm a, c, d', status: 'sourced' },
    validFrom: '2018-02-06',
    notes,
    example: {
      text: '150 vụ (10 cũ + 140 mới) kết luận điều tra đề nghị truy tố; trả 10 lượt được chấp nhận của 9 vụ (1 vụ bị trả hai lần), 1 lượt không được chấp nhận, 1 lượt trả theo yêu cầu của Tòa án: 9/150 = 6%.',
      period: 'work:2024:year',
      items: [
        ...lines(
          'prosecution',
          { times: 10, openedOn: '2023-11-20', closedOn: '2023-12-10', outcome: 'prosecuted', onTime: true },
          { times: 131, openedOn: '2024-03-01', closedOn: '2024-03-18', outcome: 'prosecuted', onTime: true },
          ...Array.from({ length: 9 }, (_, i) => ({
            file: `R${i}`,
            openedOn: '2024-02-01',
            closedOn: '2024-02-15',
            outcome: 'returned',
            onTime: true,
          })),
          { file: 'R0', openedOn: '2024-04-01', closedOn: '2024-04-15', outcome: 'returned', onTime: true },
        ),
        ...lines(
          'return',
          ...Array.from({ length: 9 }, (_, i) => ({
            file: `R${i}`,
            openedOn: '2024-02-15',
            closedOn: '2024-02-20',
            outcome: 'grounded',
            kind: 'procuracy',
          })),
          { file: 'R0', openedOn: '2024-04-15', closedOn: '2024-04-20', outcome: 'grounded', kind: 'procuracy' },
          { file: 'U1', openedOn: '2024-05-15', closedOn: '2024-05-20', outcome: 'ungrounded', kind: 'procuracy' },
          {
            file: 'C1',
            openedOn: '2024-06-15',
            closedOn: '2024-06-20',
            outcome: 'grounded',
            kind: 'procuracyForCourt',
          },
        ),
      ],
      numerator: 9,
      denominator: 150,
      display: '6%',
      beside: { times: 11, groundedTimes: 10, ungrounded: 1, unassessed: 0, forCourt: 1 },
    },
  },
  {
    code: 'K02.TA',
    label: 'Tỷ lệ trả hồ sơ điều tra bổ sung giữa Tòa án và Viện kiểm sát',
    covers: ['K02'],
    formula:
      'Số vụ Tòa án trả hồ sơ cho Viện kiểm sát có căn cứ trong kỳ ÷ số vụ Viện kiểm sát truy tố, chuyển Tòa án (cũ chưa giải quyết + mới)',
    unitOfCount: 'vụ',
    direction: 'down',
    numerator: grounded(BY_COURT),
    denominator: files('court', toResolve('transferred')),
    beside: besides(BY_COURT),
    additivity: 'none',
    basis: { text: 'TTLT 02/2017/TTLT-VKSNDTC-TANDTC-BCA-BQP Điều 14 khoản 3 điểm b, c, d', status: 'sourced' },
    validFrom: '2018-02-06',
    notes,
    example: {
      text: '100 vụ (10 cũ + 90 mới) đã truy tố, chuyển Tòa án; Tòa án trả 7 lượt được chấp nhận của 5 vụ (1 vụ bị trả ba lần tính là 1 vụ): 5/100 = 5%.',
      period: 'work:2024:year',
      items: [
        ...lines(
          'court',
          { times: 10, openedOn: '2023-11-20', closedOn: '2023-12-28', outcome: 'judged' },
          { times: 85, openedOn: '2024-03-01', closedOn: '2024-04-18', outcome: 'judged' },
          ...Array.from({ length: 5 }, (_, i) => ({
            file: `T${i}`,
            openedOn: '2024-02-01',
            closedOn: '2024-03-15',
            outcome: 'returned',
          })),
          { file: 'T0', openedOn: '2024-05-01', closedOn: '2024-05-15', outcome: 'returned' },
          { file: 'T0', openedOn: '2024-07-01', closedOn: '2024-07-15', outcome: 'returned' },
        ),
        ...lines(
          'return',
          ...Array.from({ length: 5 }, (_, i) => ({
            file: `T${i}`,
            openedOn: '2024-03-15',
            closedOn: '2024-03-20',
            outcome: 'grounded',
            kind: 'presidingJudge',
          })),
          { file: 'T0', openedOn: '2024-05-15', closedOn: '2024-05-20', outcome: 'grounded', kind: 'panel' },
          { file: 'T0', openedOn: '2024-07-15', closedOn: '2024-07-20', outcome: 'grounded', kind: 'panel' },
          {
            file: 'T1',
            openedOn: '2024-03-22',
            closedOn: '2024-03-25',
            outcome: 'grounded',
            kind: 'procuracyForCourt',
          },
        ),
      ],
      numerator: 5,
      denominator: 100,
      display: '5%',
      beside: { times: 7, groundedTimes: 7, ungrounded: 0, unassessed: 0 },
    },
  },
];
