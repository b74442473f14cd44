import type { Indicator } from '../indicator.js';
import { beside, ended, files, lines, overdueBeside, toResolve } from './counting.js';

/** What leaves a petition outside the unit's own competence, or ends it without a decision. */
const LEAVING = ['forwarded', 'duplicate', 'withdrawn', 'filed'];

export const petitionIndicators: readonly Indicator[] = [
  {
    code: 'K01',
    label: 'Tỷ lệ giải quyết đơn thuộc thẩm quyền Viện kiểm sát nhân dân',
    covers: ['K01'],
    formula: 'Số đơn thuộc thẩm quyền đã giải quyết trong kỳ ÷ số đơn thuộc thẩm quyền phải giải quyết (cũ + mới)',
    unitOfCount: 'đơn',
    direction: 'up',
    numerator: files('petition', ended('resolved')),
    denominator: files('petition', toResolve(...LEAVING)),
    beside: [
      ...overdueBeside('petition', ['resolved']),
      beside('forwarded', 'Chuyển nơi khác', files('petition', ended('forwarded'))),
      beside('duplicate', 'Đơn trùng', files('petition', ended('duplicate'))),
      beside('withdrawn', 'Rút đơn', files('petition', ended('withdrawn'))),
      beside('filed', 'Lưu đơn, không đủ điều kiện', files('petition', ended('filed'))),
    ],
    additivity: 'none',
    basis: {
      text: 'Luật Khiếu nại 2011 Điều 28, 37; Luật Tố cáo 2018 Điều 30; BLTTHS Điều 476, 481; cách đếm của Ngành chờ xác nhận',
      status: 'toBeConfirmed',
    },
    validFrom: '2019-01-01',
    notes: ['Đơn gốc tính một lần; đơn chuyển đi, đơn trùng, đơn rút và đơn lưu không nằm trong mẫu số.'],
    example: {
      text: 'Phải giải quyết 21 đơn (3 cũ + 18 mới, không kể 2 đơn chuyển và 1 đơn trùng), đã giải quyết 20: 20/21 = 95,2%.',
      period: 'work:2021:year',
      items: lines(
        'petition',
        {
          times: 3,
          openedOn: '2020-11-20',
          dueOn: '2020-12-21',
          closedOn: '2020-12-15',
          outcome: 'resolved',
          onTime: true,
          kind: 'complaint',
        },
        {
          times: 16,
          openedOn: '2021-03-02',
          dueOn: '2021-04-01',
          closedOn: '2021-03-30',
          outcome: 'resolved',
          onTime: true,
          kind: 'complaint',
        },
        { openedOn: '2021-06-01', closedOn: '2021-06-20', outcome: 'resolved', kind: 'request' },
        { openedOn: '2021-11-20', dueOn: '2021-12-20', kind: 'denunciation' },
        { times: 2, openedOn: '2021-05-05', closedOn: '2021-05-07', outcome: 'forwarded', kind: 'request' },
        { openedOn: '2021-05-05', closedOn: '2021-05-06', outcome: 'duplicate', kind: 'complaint' },
      ),
      numerator: 20,
      denominator: 21,
      display: '95,2%',
      beside: { overdueOpen: 0, withOverdue: 19, forwarded: 2, duplicate: 1, withdrawn: 0, filed: 0 },
    },
  },
];
