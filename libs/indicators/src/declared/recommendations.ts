import type { Indicator } from '../indicator.js';
import { closed, kindIn, not, openAt, openedIn, outcomeIn, overdueAtEnd, type Predicate } from '../predicate.js';
import { beside, count, ended, lines } from './counting.js';

const ACCEPTED = ['accepted', 'partlyAccepted'];
const ANSWERED = [...ACCEPTED, 'rejected'];

interface Kind {
  readonly code: string;
  readonly name: string;
  readonly covers: readonly string[];
  readonly kind?: string;
}

const kinds: readonly Kind[] = [
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

const basis = {
  text: 'Luật Tổ chức VKSND 2014 Điều 5 khoản 2; QĐ 374/QĐ-VKSTC (2013): được chấp nhận trên đã ban hành; Nghị quyết 96/2019/QH14 (chưa đối chiếu nguyên văn)',
  status: 'toBeConfirmed',
} as const;

/** Over what was issued (the cohort by day of issue) and over what was answered (by day of the answer). */
const bothWays = ({ code, name, covers, kind }: Kind): readonly Indicator[] => {
  const own: readonly Predicate[] = kind === undefined ? [] : [kindIn(kind)];
  const issued = (...outcomes: readonly string[]) =>
    count('recommendation', openedIn, ...own, ...(outcomes.length > 0 ? [outcomeIn(...outcomes)] : []));
  const answered = (...outcomes: readonly string[]) => count('recommendation', ended(...outcomes), ...own);
  const common = {
    covers,
    unitOfCount: 'kiến nghị',
    direction: 'up',
    additivity: 'monthsAndUnits',
    basis,
    validFrom: '2013-12-01',
  } as const;
  return [
    {
      ...common,
      code: `${code}.issued`,
      label: `Tỷ lệ ${name} được chấp nhận trên số ban hành`,
      formula: `Số ${name} ban hành trong kỳ được chấp nhận (toàn bộ hoặc một phần, đến nay) ÷ số ${name} ban hành trong kỳ`,
      numerator: issued(...ACCEPTED),
      denominator: issued(),
      beside: [
        beside('pending', 'Chưa trả lời', count('recommendation', openedIn, not(closed), ...own)),
        beside('partlyAccepted', 'Chấp nhận một phần', issued('partlyAccepted')),
        beside('rejected', 'Không chấp nhận', issued('rejected')),
        beside('withdrawn', 'Rút kiến nghị', issued('withdrawn')),
      ],
      notes: [
        'Tính theo ngày ban hành, cho đơn vị ban hành; so với cùng kỳ thì hai kỳ được cắt ở cùng khoảng cách sau ngày cuối kỳ.',
      ],
      example: {
        text: 'Ban hành 8 kiến nghị trong kỳ: 6 được chấp nhận, 1 không được chấp nhận, 1 chưa trả lời: 6/8 = 75%.',
        period: 'work:2024:year',
        items: exampleItems(kind ?? 'request'),
        numerator: 6,
        denominator: 8,
        display: '75%',
        beside: { pending: 1, partlyAccepted: 0, rejected: 1, withdrawn: 0 },
      },
    },
    {
      ...common,
      code: `${code}.answered`,
      label: `Tỷ lệ ${name} được chấp nhận trên số được trả lời`,
      formula: `Số ${name} được trả lời chấp nhận (toàn bộ hoặc một phần) trong kỳ ÷ số ${name} được trả lời trong kỳ`,
      numerator: answered(...ACCEPTED),
      denominator: answered(...ANSWERED),
      beside: [
        beside('partlyAccepted', 'Chấp nhận một phần', answered('partlyAccepted')),
        beside(
          'overdueOpen',
          'Quá hạn chưa trả lời / chưa trả lời cuối kỳ',
          count('recommendation', overdueAtEnd, ...own),
          count('recommendation', openAt('end'), ...own),
        ),
      ],
      notes: ['Tính theo ngày trả lời. Chấp nhận là có văn bản trả lời chấp nhận và nêu biện pháp khắc phục.'],
      example: {
        text: 'Trong kỳ nhận 8 văn bản trả lời (1 cho kiến nghị ban hành từ kỳ trước): 7 chấp nhận, 1 không chấp nhận: 7/8 = 87,5%; 1 kiến nghị quá hạn chưa trả lời nêu riêng.',
        period: 'work:2024:year',
        items: exampleItems(kind ?? 'request'),
        numerator: 7,
        denominator: 8,
        display: '87,5%',
        beside: { partlyAccepted: 0, overdueOpen: 1 },
      },
    },
  ];
};

export const recommendationIndicators: readonly Indicator[] = kinds.flatMap(bothWays);
