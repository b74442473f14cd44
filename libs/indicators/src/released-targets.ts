import type { TargetFact } from './targets.js';

type Assigned = Extract<TargetFact, { type: 'TargetAssigned' }>['data'];

const ASSEMBLY = 'Nghị quyết 96/2019/QH14 ngày 27/11/2019 (chưa đối chiếu nguyên văn)';
const published = (result: string) => `suy ra từ kết quả đã công bố: ${result}`;

const assembly = (
  indicator: string,
  value: number,
  status: Assigned['status'],
  note: string,
): Omit<Assigned, 'operator'> & Pick<Assigned, 'operator'> => ({
  on: '2019-11-27',
  indicator,
  value,
  operator: '>=',
  validFrom: '2019-12-01',
  source: 'assembly',
  document: ASSEMBLY,
  status,
  note,
});

const protestNote =
  'mức theo ghi nhớ, chưa đối chiếu; phúc thẩm 70%, giám đốc thẩm và tái thẩm có thể là 75%, chưa tách theo thủ tục';

/** The targets that come with a release. None of the texts that set them could be read: each says what it rests on. */
export const releasedTargetRows: readonly Assigned[] = [
  assembly('K32', 90, 'derived', published('100% “vượt 10%”')),
  assembly('K18', 95, 'derived', published('99,9% “vượt 4,9%”')),
  assembly('K33.answered', 80, 'toBeConfirmed', 'mức theo ghi nhớ, chưa đối chiếu'),
  assembly('K24.tried', 70, 'toBeConfirmed', protestNote),
  assembly('K26.criminal.tried', 70, 'toBeConfirmed', protestNote),
  assembly('K26.administrative.tried', 70, 'toBeConfirmed', protestNote),
  assembly('NA7', 90, 'derived', published('91,8% “vượt 1,8%”')),
  {
    on: '2020-12-01',
    indicator: 'K01',
    value: 80,
    operator: '>=',
    validFrom: '2020-12-01',
    source: 'sector',
    document: 'Kế hoạch công tác năm 2021 (chưa đối chiếu)',
    status: 'derived',
    note: published('100% “vượt 20% so với chỉ tiêu”'),
  },
  {
    on: '2019-11-27',
    indicator: 'K19',
    value: 0,
    operator: '=',
    validFrom: '2019-12-01',
    source: 'sector',
    document: 'Hệ thống chỉ tiêu của Ngành (chưa đối chiếu)',
    status: 'toBeConfirmed',
    note: 'không để xảy ra trường hợp Tòa án tuyên không phạm tội',
  },
];

/** As facts for the log: a stream a target. */
export const releasedTargets = (): readonly (TargetFact & { readonly stream: string })[] =>
  releasedTargetRows.map((data) => ({
    stream: `target-${data.source}.${data.indicator}`,
    type: 'TargetAssigned',
    data,
  }));
