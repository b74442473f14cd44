import type { TermRow } from '../term.js';
import { carriedOn } from './carried-on.js';

const row = { validFrom: '2018-01-01', status: 'confirmed', openPoints: ['A19'] } satisfies Partial<TermRow>;
const hours = { ...row, counting: 'hours' } as const;
const held = {
  max: { days: 3 },
  grantedBy: 'Người ra quyết định tạm giữ, Viện kiểm sát phê chuẩn',
  basis: 'BLTTHS Điều 118 khoản 2',
};
const FROM_2026 = {
  validFrom: '2026-01-01',
  status: 'toBeConfirmed',
  note: 'Luật Tư pháp người chưa thành niên 59/2024/QH15 chưa được đối chiếu',
} as const;

/** Arrest and custody: BLTTHS Điều 110, 114, 116–118, 419, 459. Hours run through nights and days off. */
// prettier-ignore
export const custodyTerms: readonly TermRow[] = [
  { ...hours, code: 'custody.emergencyDecision', label: 'Ra quyết định tạm giữ, lệnh bắt hoặc trả tự do người bị giữ trong trường hợp khẩn cấp', basis: 'BLTTHS Điều 110 khoản 4', runsFrom: 'khi giữ người hoặc nhận người bị giữ', lengths: { hours: 12 } },
  { ...hours, code: 'custody.arrestApproval', label: 'Viện kiểm sát xét phê chuẩn lệnh bắt người bị giữ trong trường hợp khẩn cấp', basis: 'BLTTHS Điều 110 khoản 6', runsFrom: 'khi nhận được hồ sơ đề nghị xét phê chuẩn', lengths: { hours: 12 } },
  { ...hours, code: 'custody.arrestDecision', label: 'Ra quyết định tạm giữ hoặc trả tự do sau khi bắt, nhận người bị giữ, bị bắt', basis: 'BLTTHS Điều 114 khoản 1', runsFrom: 'khi giữ người, bắt người hoặc nhận người bị giữ, bị bắt', lengths: { hours: 12 } },
  { ...hours, code: 'custody.familyNotice', label: 'Thông báo cho gia đình, chính quyền, cơ quan của người bị giữ, bị bắt', basis: 'BLTTHS Điều 116', runsFrom: 'khi nhận người bị giữ, bị bắt', lengths: { hours: 24 } },
  { ...hours, code: 'custody.familyNotice', kind: 'juvenile', label: 'Thông báo cho người đại diện của người dưới 18 tuổi bị giữ, bắt, tạm giữ, tạm giam', basis: 'BLTTHS Điều 419 khoản 5', runsFrom: 'khi giữ người, bắt, tạm giữ, tạm giam', lengths: { hours: 24 } },
  { ...hours, ...FROM_2026, code: 'custody.familyNotice', kind: 'juvenile', label: 'Thông báo cho người đại diện của người dưới 18 tuổi bị giữ, bắt, tạm giữ, tạm giam', basis: 'BLTTHS Điều 419 khoản 5; Luật 59/2024/QH15', runsFrom: 'khi giữ người, bắt, tạm giữ, tạm giam', lengths: { hours: 24 } },
  { ...hours, code: 'custody.sent', label: 'Gửi quyết định tạm giữ cho Viện kiểm sát', basis: 'BLTTHS Điều 117 khoản 4', runsFrom: 'khi ra quyết định tạm giữ', lengths: { hours: 12 } },
  { ...row, code: 'custody', label: 'Tạm giữ', basis: 'BLTTHS Điều 118 khoản 1', runsFrom: 'khi nhận người bị giữ, bị bắt hoặc ra quyết định tạm giữ người tự thú, đầu thú', lengths: { days: 3 }, counting: 'custody', extensions: [held, held], openPoints: ['A8', 'A19'], starts: [{ register: 'criminalCase', fact: 'PreventiveMeasureApplied', when: { kind: 'custody' }, from: 'startsOn', until: 'endsOn', same: 'accusedId' }, { register: 'criminalCase', fact: 'PreventiveMeasureChanged', when: { kind: 'custody' }, from: 'startsOn', until: 'endsOn', same: 'accusedId' }], ends: ['PreventiveMeasureApplied', 'PreventiveMeasureChanged', 'PreventiveMeasureCancelled', 'AccusedChargeRefused', 'FirstInstanceJudgmentRecorded'] },
  { ...row, code: 'custody', kind: 'summary', label: 'Tạm giữ theo thủ tục rút gọn', basis: 'BLTTHS Điều 459 khoản 2', runsFrom: 'khi Cơ quan điều tra nhận người bị bắt', lengths: { days: 3 }, counting: 'custody', openPoints: ['A8', 'A19'] },
  { ...hours, code: 'custody.extensionDecision', label: 'Viện kiểm sát xét phê chuẩn gia hạn tạm giữ', basis: 'BLTTHS Điều 118 khoản 2', runsFrom: 'khi nhận hồ sơ đề nghị', lengths: { hours: 12 } },
  ...carriedOn([{ ...row, code: 'custody.endNotice', label: 'Cơ sở giam giữ thông báo sắp hết thời hạn tạm giữ, gia hạn tạm giữ', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 13 khoản 1 điểm h', runsFrom: 'ngày hết thời hạn tạm giữ, gia hạn tạm giữ', lengths: { days: 1 }, counting: 'before', openPoints: ['A5', 'A19'] }]),
];
