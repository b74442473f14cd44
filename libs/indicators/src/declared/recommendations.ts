import type { Indicator, WorkedExample } from '../indicator.js';
import { openAt, overdueAtEnd } from '../predicate.js';
import { ACCEPTED, commonOf, countsOf, overIssued, type Act } from './acceptance.js';
import { beside, lines } from './counting.js';

const ANSWERED = [...ACCEPTED, 'rejected'];

const kinds: readonly Act[] = [
  { code: 'K33', name: 'kiến nghị', covers: ['K22', 'K33', 'NA5'] },
  { code: 'K27.remedial', name: 'kiến nghị khắc phục vi phạm', covers: ['K27'], kind: 'remedial' },
  { code: 'K27.preventive', name: 'kiến nghị phòng ngừa', covers: ['K27'], kind: 'preventive' },
];

const exampleItems = (kind: string) =>
  lines(
    'recommendation',
    { times: 6, openedOn: '2024-03-01', closedOn: '2024-03-25', outcome: 'accepted', kind },
    { openedOn: '2024-06-01', closedOn: '2024-06-25', outcome: 'rejected', kind },
    { openedOn: '2024-10-01', dueOn: '2024-10-31', kind },
    { openedOn: '2023-11-20', closedOn: '2023-12-20', outcome: 'accepted', kind },
  );

const issuedExample = (kind: string): WorkedExample => ({
  text: 'Ban hành 8 kiến nghị trong kỳ: 6 được chấp nhận, 1 không được chấp nhận, 1 chưa trả lời: 6/8 = 75%.',
  period: 'work:2024:year',
  items: exampleItems(kind),
  numerator: 6,
  denominator: 8,
  display: '75%',
  beside: { pending: 1, partlyAccepted: 0, rejected: 1, withdrawn: 0 },
});

const common = {
  unitOfCount: 'kiến nghị',
  basis: {
    text: 'Luật Tổ chức VKSND 2014 Điều 5 khoản 2; QĐ 374/QĐ-VKSTC (2013): được chấp nhận trên đã ban hành; Nghị quyết 96/2019/QH14 (chưa đối chiếu nguyên văn)',
    status: 'toBeConfirmed',
  },
} as const;

const issuedOutcomes = {
  partlyAccepted: 'Chấp nhận một phần',
  rejected: 'Không chấp nhận',
  withdrawn: 'Rút kiến nghị',
};

/** Over what was issued (the cohort by day of issue) and over what was answered (by day of the answer). */
const bothWays = (act: Act): readonly Indicator[] => {
  const { code, name, kind = 'request' } = act;
  const { decided: answered, where } = countsOf('recommendation', act);
  const example = issuedExample(kind);
  return [
    overIssued('recommendation', act, common, { pendingLabel: 'Chưa trả lời', apart: issuedOutcomes, example }),
    {
      ...commonOf(act, common),
      code: `${code}.answered`,
      label: `Tỷ lệ ${name} được chấp nhận trên số được trả lời`,
      formula: `Số ${name} được trả lời chấp nhận (toàn bộ hoặc một phần) trong kỳ ÷ số ${name} được trả lời trong kỳ`,
      numerator: answered(...ACCEPTED),
      denominator: answered(...ANSWERED),
      beside: [
        beside('partlyAccepted', 'Chấp nhận một phần', answered('partlyAccepted')),
        beside('overdueOpen', 'Quá hạn chưa trả lời / chưa trả lời cuối kỳ', where(overdueAtEnd), where(openAt('end'))),
      ],
      notes: ['Tính theo ngày trả lời. Chấp nhận là có văn bản trả lời chấp nhận và nêu biện pháp khắc phục.'],
      example: {
        text: 'Trong kỳ nhận 8 văn bản trả lời (1 cho kiến nghị ban hành từ kỳ trước): 7 chấp nhận, 1 không chấp nhận: 7/8 = 87,5%; 1 kiến nghị quá hạn chưa trả lời nêu riêng.',
        period: 'work:2024:year',
        items: exampleItems(kind),
        numerator: 7,
        denominator: 8,
        display: '87,5%',
        beside: { partlyAccepted: 0, overdueOpen: 1 },
      },
    },
  ];
};

export const recommendationIndicators: readonly Indicator[] = kinds.flatMap(bothWays);
