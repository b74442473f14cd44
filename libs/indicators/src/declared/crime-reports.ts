import type { Indicator } from '../indicator.js';
import { onTime } from '../predicate.js';
import { beside, count, ended, files, lines, overdueBeside, toResolve } from './counting.js';

const RESOLVED = ['initiated', 'notInitiated'];

const suspended = beside('suspended', 'Tạm đình chỉ trong kỳ', count('crimeReport', ended('suspended')));
const transferred = beside('transferred', 'Chuyển cơ quan khác trong kỳ', count('crimeReport', ended('transferred')));

export const crimeReportIndicators: readonly Indicator[] = [
  {
    code: 'K16',
    label: 'Tỷ lệ giải quyết nguồn tin về tội phạm đúng hạn',
    covers: ['K16'],
    formula:
      'Số nguồn tin giải quyết xong trong kỳ (khởi tố, không khởi tố) trong thời hạn của từng tin ÷ số nguồn tin giải quyết xong trong kỳ',
    unitOfCount: 'tin',
    direction: 'up',
    numerator: count('crimeReport', ended(...RESOLVED), onTime),
    denominator: count('crimeReport', ended(...RESOLVED)),
    beside: [...overdueBeside('crimeReport', RESOLVED), suspended, transferred],
    additivity: 'monthsAndUnits',
    basis: {
      text: 'BLTTHS Điều 147, 148, 149; cách đếm của hệ thống chỉ tiêu Ngành chờ xác nhận',
      status: 'toBeConfirmed',
    },
    validFrom: '2018-01-01',
    notes: [
      'Gia hạn quyết định sau khi đã hết hạn, hoặc phần vượt mức tối đa, không làm cho tin thành đúng hạn.',
      'Tin tạm đình chỉ hoặc chuyển đi không tính vào tỷ lệ; được nêu riêng.',
    ],
    example: {
      text: 'Trong kỳ giải quyết xong 10 tin, 9 tin trong hạn; 1 tin khác quá hạn chưa giải quyết; 1 tin tạm đình chỉ. Đúng hạn 9/10 = 90%; tính cả quá hạn chưa giải quyết: 9/11.',
      period: 'work:2024:year',
      items: lines(
        'crimeReport',
        {
          times: 9,
          openedOn: '2024-01-10',
          dueOn: '2024-01-30',
          closedOn: '2024-01-25',
          outcome: 'initiated',
          onTime: true,
        },
        { openedOn: '2024-01-10', dueOn: '2024-01-30', closedOn: '2024-02-05', outcome: 'notInitiated', onTime: false },
        { openedOn: '2024-10-01', dueOn: '2024-10-21' },
        { openedOn: '2024-10-01', dueOn: '2024-10-21', closedOn: '2024-10-20', outcome: 'suspended', onTime: true },
      ),
      numerator: 9,
      denominator: 10,
      display: '90%',
      beside: { overdueOpen: 1, withOverdue: 9, suspended: 1, transferred: 0 },
    },
  },
  {
    code: 'NA7',
    label: 'Tỷ lệ giải quyết nguồn tin về tội phạm',
    covers: ['NA7'],
    formula:
      'Số nguồn tin đã giải quyết trong kỳ ÷ (số cũ chuyển sang + số mới thụ lý − số chuyển cơ quan khác có thẩm quyền)',
    unitOfCount: 'tin',
    direction: 'up',
    numerator: files('crimeReport', ended(...RESOLVED)),
    denominator: files('crimeReport', toResolve('transferred')),
    beside: [
      beside(
        'carriedOver',
        'Trong đó cũ chuyển sang',
        files('crimeReport', toResolve('transferred'), { is: 'openAt', at: 'start' }),
      ),
      transferred,
      suspended,
    ],
    additivity: 'none',
    basis: {
      text: 'Phụ lục một số chỉ tiêu 6 tháng đầu năm 2012 (VKSNDTC)',
      status: 'sourced',
    },
    validFrom: '2011-12-01',
    notes: ['Tin tạm đình chỉ trong kỳ vẫn nằm trong mẫu số; tin tạm đình chỉ rồi phục hồi trong kỳ tính là một tin.'],
    example: {
      text: 'Thụ lý 611 tin, chuyển cơ quan khác 6 tin, còn phải giải quyết 605 tin; đã giải quyết 590 tin: 590/605 = 97,5%.',
      period: 'work:2023:year',
      items: lines(
        'crimeReport',
        { times: 11, openedOn: '2022-11-20', closedOn: '2022-12-05', outcome: 'initiated', onTime: true },
        { times: 579, openedOn: '2023-03-01', closedOn: '2023-03-18', outcome: 'notInitiated', onTime: true },
        { times: 6, openedOn: '2023-03-01', closedOn: '2023-03-03', outcome: 'transferred' },
        { times: 15, openedOn: '2023-11-25' },
        { times: 3, openedOn: '2022-10-01', closedOn: '2022-10-15', outcome: 'initiated', onTime: true },
      ),
      numerator: 590,
      denominator: 605,
      display: '97,5%',
      beside: { carriedOver: 11, transferred: 6, suspended: 0 },
    },
  },
];
