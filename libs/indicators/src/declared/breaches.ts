import type { Indicator } from '../indicator.js';
import { openedIn } from '../predicate.js';
import { beside, count, files, lines } from './counting.js';

export const breachIndicators: readonly Indicator[] = [
  {
    code: 'VP',
    label: 'Số vi phạm được ghi nhận',
    covers: [],
    formula: 'Số việc đã xảy ra trong kỳ mà trái quy định hoặc quá hạn, theo điều luật của từng việc',
    unitOfCount: 'vi phạm',
    direction: 'neutral',
    numerator: count('breach', openedIn),
    beside: [beside('files', 'Số hồ sơ có vi phạm', files('breach', openedIn))],
    additivity: 'monthsAndUnits',
    basis: { text: 'Luật Tổ chức VKSND 2014 Điều 4, 5; điều luật nêu ở từng vi phạm', status: 'derived' },
    validFrom: '2015-06-01',
    notes: ['Chỉ tiêu trung tính: dùng để kiến nghị, không dùng để xếp hạng. Tính cho đơn vị có hồ sơ lúc xảy ra.'],
    example: {
      text: 'Một hồ sơ có 2 vi phạm, một hồ sơ khác có 1: 3 vi phạm, 2 hồ sơ.',
      period: 'work:2024:year',
      items: lines(
        'breach',
        { file: 'A', openedOn: '2024-02-01' },
        { file: 'A', openedOn: '2024-03-01' },
        { openedOn: '2024-04-01' },
      ),
      numerator: 3,
      display: '3',
      beside: { files: 2 },
    },
  },
];
