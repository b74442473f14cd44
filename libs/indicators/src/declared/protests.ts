import type { Indicator, WorkedExample } from '../indicator.js';
import { ACCEPTED, commonOf, countsOf, overIssued, type Act } from './acceptance.js';
import { beside, lines } from './counting.js';

const TRIED = [...ACCEPTED, 'rejected'];

const fields: readonly Act[] = [
  { code: 'K22', name: 'kháng nghị', covers: ['K22'] },
  { code: 'K24', name: 'kháng nghị dân sự', covers: ['K24', 'K26', 'NA6'], kind: 'civil' },
  { code: 'K26.criminal', name: 'kháng nghị hình sự', covers: ['K26', 'NA6'], kind: 'criminal' },
  { code: 'K26.administrative', name: 'kháng nghị hành chính', covers: ['K26', 'NA6'], kind: 'administrative' },
];

/** Five issued, of which one in the year's last month and tried in the next, one withdrawn; one of the year before tried. */
const exampleItems = (kind: string) =>
  lines(
    'protest',
    { times: 2, openedOn: '2024-03-01', closedOn: '2024-05-01', outcome: 'accepted', kind, onTime: true },
    { openedOn: '2024-03-01', closedOn: '2024-05-01', outcome: 'partlyAccepted', kind, onTime: true },
    { openedOn: '2024-03-01', closedOn: '2024-04-01', outcome: 'withdrawn', kind, onTime: true },
    { openedOn: '2024-11-10', closedOn: '2025-01-10', outcome: 'accepted', kind, onTime: true },
    { openedOn: '2023-11-10', closedOn: '2024-01-10', outcome: 'rejected', kind, onTime: true },
  );

const issuedExample = (kind: string): WorkedExample => ({
  text: 'Ban hành 5 kháng nghị trong kỳ: 3 được xét xử chấp nhận (1 chấp nhận một phần), 1 rút, 1 ban hành tháng 11 được chấp nhận tháng 01 năm sau vẫn tính cho kỳ ban hành: 4/5 = 80%.',
  period: 'work:2024:year',
  items: exampleItems(kind),
  numerator: 4,
  denominator: 5,
  display: '80%',
  beside: { pending: 0, partlyAccepted: 1, rejected: 0, withdrawn: 1, proceedingsTerminated: 0 },
});

const triedExample = (kind: string): WorkedExample => ({
  text: 'Trong kỳ Tòa án xét xử 4 kháng nghị (1 ban hành từ kỳ trước): chấp nhận 3 (1 chấp nhận một phần), bác 1; kháng nghị đã rút không tính: 3/4 = 75%.',
  period: 'work:2024:year',
  items: exampleItems(kind),
  numerator: 3,
  denominator: 4,
  display: '75%',
  beside: { partlyAccepted: 1, withdrawn: 1 },
});

const common = {
  unitOfCount: 'kháng nghị',
  basis: {
    text: 'QĐ 374/QĐ-VKSTC (2013): được chấp nhận trên đã ban hành; Nghị quyết 96/2019/QH14 (chưa đối chiếu nguyên văn)',
    status: 'toBeConfirmed',
  },
} as const;

const issuedOutcomes = {
  partlyAccepted: 'Chấp nhận một phần',
  rejected: 'Không chấp nhận',
  withdrawn: 'Rút kháng nghị',
  proceedingsTerminated: 'Đình chỉ xét xử',
};

/** Both ways: over what was issued (the cohort by day of issue) and over what was tried (by day of the outcome). */
const bothWays = (act: Act): readonly Indicator[] => {
  const { code, name, kind = 'criminal' } = act;
  const { decided: tried } = countsOf('protest', act);
  const example = issuedExample(kind);
  return [
    overIssued('protest', act, common, { pendingLabel: 'Chưa có kết quả', apart: issuedOutcomes, example }),
    {
      ...commonOf(act, common),
      code: `${code}.tried`,
      label: `Tỷ lệ ${name} được chấp nhận trên số xét xử`,
      formula: `Số ${name} được Tòa án chấp nhận (toàn bộ hoặc một phần) trong kỳ ÷ số ${name} Tòa án xét xử trong kỳ`,
      numerator: tried(...ACCEPTED),
      denominator: tried(...TRIED),
      beside: [
        beside('partlyAccepted', 'Chấp nhận một phần', tried('partlyAccepted')),
        beside('withdrawn', 'Rút kháng nghị trong kỳ', tried('withdrawn')),
      ],
      notes: ['Tính theo ngày có kết quả; kháng nghị rút hoặc bị đình chỉ xét xử không nằm trong mẫu số.'],
      example: triedExample(kind),
    },
  ];
};

export const protestIndicators: readonly Indicator[] = fields.flatMap(bothWays);
