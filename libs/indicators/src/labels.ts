import type { Item, ItemDocket } from './item.js';

/** What the dockets are called. */
export const docketLabels: Readonly<Record<ItemDocket, string>> = {
  crimeReport: 'Nguồn tin về tội phạm',
  investigation: 'Điều tra',
  prosecution: 'Quyết định việc truy tố',
  court: 'Tòa án thụ lý, xét xử',
  accused: 'Bị can bị truy tố',
  return: 'Trả hồ sơ điều tra bổ sung',
  protest: 'Kháng nghị',
  recommendation: 'Kiến nghị',
  petition: 'Đơn',
  duty: 'Việc phải làm trong hạn',
  breach: 'Vi phạm',
};

const taken = { accepted: 'Chấp nhận', partlyAccepted: 'Chấp nhận một phần', rejected: 'Không chấp nhận' };

const outcomes: Readonly<Record<ItemDocket, Readonly<Record<string, string>>>> = {
  crimeReport: { initiated: 'Khởi tố vụ án', notInitiated: 'Không khởi tố vụ án' },
  investigation: { concluded: 'Kết luận đề nghị truy tố', joined: 'Nhập vụ án' },
  prosecution: { prosecuted: 'Truy tố', returned: 'Trả hồ sơ điều tra bổ sung' },
  court: { judged: 'Đã xét xử', returned: 'Tòa án trả hồ sơ', withdrawn: 'Rút quyết định truy tố' },
  accused: {
    sameClause: 'Kết tội đúng điều, khoản truy tố',
    otherClause: 'Kết tội cùng điều, khác khoản',
    lighterOffence: 'Kết tội khác bằng hoặc nhẹ hơn',
    heavierOffence: 'Kết tội khác nặng hơn',
    acquitted: 'Tuyên không phạm tội',
    partlyAcquitted: 'Tuyên không phạm một phần số tội',
    withdrawn: 'Ra khỏi vụ án trước bản án',
    replaced: 'Thay bằng cáo trạng hoặc bản án sau',
  },
  return: { grounded: 'Có căn cứ', ungrounded: 'Không có căn cứ' },
  protest: { ...taken, withdrawn: 'Rút kháng nghị', proceedingsTerminated: 'Đình chỉ xét xử' },
  recommendation: { ...taken, withdrawn: 'Rút kiến nghị' },
  petition: {
    resolved: 'Đã giải quyết',
    forwarded: 'Chuyển nơi khác',
    filed: 'Lưu đơn',
    duplicate: 'Đơn trùng',
    withdrawn: 'Rút đơn',
  },
  duty: { done: 'Đã làm', lapsed: 'Không còn phải làm', moot: 'Không còn phải chờ' },
  breach: {},
};

const everywhere: Readonly<Record<string, string>> = {
  terminated: 'Đình chỉ',
  suspended: 'Tạm đình chỉ',
  transferred: 'Chuyển đi',
};

/** How an item ended, in words; the code itself where it has none. */
export const outcomeLabel = ({ docket, outcome }: Pick<Item, 'docket' | 'outcome'>): string | undefined =>
  outcome === undefined ? undefined : (outcomes[docket][outcome] ?? everywhere[outcome] ?? outcome);
