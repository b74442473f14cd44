import type { Indicator } from '../indicator.js';
import { accused, beside, ended, lines } from './counting.js';

/** What the first-instance judgment made of the indictment, for each accused. */
const OUTCOMES = {
  sameClause: 'Đúng điều, đúng khoản đã truy tố',
  otherClause: 'Cùng điều, khác khoản (BLTTHS Điều 298 khoản 2)',
  lighterOffence: 'Tội khác bằng hoặc nhẹ hơn (BLTTHS Điều 298 khoản 2)',
  heavierOffence: 'Tội khác nặng hơn (BLTTHS Điều 298 khoản 3)',
  acquitted: 'Tuyên không phạm tội',
  partlyAcquitted: 'Tuyên không phạm một phần số tội',
} as const;
const JUDGED = Object.keys(OUTCOMES);

export interface VerdictOptions {
  /** Whether conviction under another clause of the article charged counts as a correct charge. */
  readonly otherClauseIsCorrect: boolean;
}

export const verdictIndicators = ({ otherClauseIsCorrect }: VerdictOptions): readonly Indicator[] => {
  const correct = otherClauseIsCorrect ? ['sameClause', 'otherClause'] : ['sameClause'];
  const numerator = otherClauseIsCorrect ? 98 : 96;
  return [
    {
      code: 'K18',
      label: 'Tỷ lệ truy tố bị can đúng tội',
      covers: ['K18', 'NA4'],
      formula: otherClauseIsCorrect
        ? 'Số bị cáo bị kết tội đúng điều luật đã truy tố (cùng khoản hoặc khác khoản) ÷ số bị cáo có bản án sơ thẩm trong kỳ'
        : 'Số bị cáo bị kết tội đúng điều, đúng khoản đã truy tố ÷ số bị cáo có bản án sơ thẩm trong kỳ',
      unitOfCount: 'bị can',
      direction: 'up',
      numerator: accused('accused', ended(...correct)),
      denominator: accused('accused', ended(...JUDGED)),
      beside: Object.entries(OUTCOMES).map(([outcome, label]) =>
        beside(outcome, label, accused('accused', ended(outcome))),
      ),
      additivity: 'none',
      basis: {
        text: 'BLTTHS Điều 298; Nghị quyết 96/2019/QH14 (chưa đối chiếu nguyên văn); cách tính khác khoản là tham số',
        status: 'toBeConfirmed',
      },
      validFrom: '2018-01-01',
      notes: [
        'So với cáo trạng sau cùng; nhiều tội thì phải đúng tất cả các tội. Tính cho đơn vị ban hành cáo trạng sau cùng.',
        'Rút truy tố, đình chỉ tại Tòa án không phải là bản án về nội dung nên không vào mẫu số.',
      ],
      example: {
        text: `100 bị cáo có bản án sơ thẩm: 96 đúng điều khoản, 2 khác khoản, 1 tội nhẹ hơn, 1 không phạm tội: ${numerator}/100 = ${numerator}%.`,
        period: 'work:2024:year',
        items: lines(
          'accused',
          { times: 96, openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'sameClause', kind: '173' },
          { times: 2, openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'otherClause', kind: '249' },
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'lighterOffence', kind: '134' },
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'acquitted', kind: '174' },
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'withdrawn', kind: '174' },
        ),
        numerator,
        denominator: 100,
        display: `${numerator}%`,
        beside: {
          sameClause: 96,
          otherClause: 2,
          lighterOffence: 1,
          heavierOffence: 0,
          acquitted: 1,
          partlyAcquitted: 0,
        },
      },
    },
    {
      code: 'K19',
      label: 'Số bị cáo Tòa án tuyên không phạm tội',
      covers: ['K19'],
      formula: 'Số bị cáo được bản án sơ thẩm trong kỳ tuyên không phạm tất cả các tội đã truy tố',
      unitOfCount: 'bị can',
      direction: 'zero',
      numerator: accused('accused', ended('acquitted')),
      beside: [
        beside('partlyAcquitted', 'Tuyên không phạm một phần số tội', accused('accused', ended('partlyAcquitted'))),
        beside('judged', 'Số bị cáo có bản án sơ thẩm', accused('accused', ended(...JUDGED))),
      ],
      additivity: 'none',
      basis: { text: 'BLTTHS Điều 157 khoản 1, 2; cách đếm của Ngành chờ xác nhận', status: 'toBeConfirmed' },
      validFrom: '2018-01-01',
      notes: ['Tính cho đơn vị ban hành cáo trạng sau cùng, kể cả khi cấp dưới thực hành quyền công tố tại phiên toà.'],
      example: {
        text: '3 bị cáo có bản án sơ thẩm: 1 không phạm tội, 1 không phạm một phần, 1 bị kết tội: 1 bị cáo.',
        period: 'work:2024:year',
        items: lines(
          'accused',
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'acquitted' },
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'partlyAcquitted' },
          { openedOn: '2024-03-01', closedOn: '2024-05-10', outcome: 'sameClause' },
        ),
        numerator: 1,
        display: '1',
        beside: { partlyAcquitted: 1, judged: 3 },
      },
    },
  ];
};
