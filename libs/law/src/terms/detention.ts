import type { TermRow } from '../term.js';
import { carriedOn } from './carried-on.js';
import { detentionGrantors } from './grantors.js';

const row = { validFrom: '2018-01-01', status: 'confirmed', openPoints: ['A19'] } satisfies Partial<TermRow>;
const [first, second] = detentionGrantors;
const procuracy = {
  grantedBy: 'Viện kiểm sát có thẩm quyền theo Điều 173 khoản 3, khoản 4',
  requestDaysBefore: 10,
  basis: 'BLTTHS Điều 173 khoản 2',
};
const head = { grantedBy: 'Viện trưởng Viện kiểm sát nhân dân tối cao' };
const ordinary = [
  { ...procuracy, max: { I: { months: 1 }, N: { months: 2 }, R: { months: 3 }, D: { months: 4 } }, grantors: first },
  { ...procuracy, max: { D: { months: 4 } }, grantors: second },
];
const special = { ...head, max: { D: { months: 4 } }, basis: 'BLTTHS Điều 173 khoản 6' };
const security = { ...head, max: { months: 4 }, basis: 'BLTTHS Điều 173 khoản 5' };
const furtherSecurity = { ...security, max: { N: { months: 1 }, R: { months: 2 }, D: { months: 4 } } };
const lengths = { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } };
const detention = { ...row, counting: 'detention', runsFrom: 'ngày bắt đầu tạm giam, đã trừ ngày tạm giữ' } as const;
const investigation = {
  ...detention,
  lengths,
  note: 'hết các lần gia hạn, trường hợp đặc biệt đối với tội phạm đặc biệt nghiêm trọng thì Viện trưởng Viện kiểm sát nhân dân tối cao quyết định tạm giam cho đến khi kết thúc điều tra (Điều 173 khoản 5, khoản 6)',
} satisfies Partial<TermRow>;
const inDays = { ...detention, openPoints: ['A11', 'A19'] };
const summary = { ...inDays, kind: 'summary', basis: 'BLTTHS Điều 459 khoản 3' };

/** Whose charge says that they are under 18 are detained by terms of their own. */
const JUVENILE = { isJuvenile: 'juvenile' };

/** Detention ends with the stage it serves: what may be added is what the stage itself may be prolonged by. */
const withTheStage = (basis: string, grantedBy: string, max: NonNullable<TermRow['extensions']>[number]['max']) => ({
  max,
  inParts: true,
  grantedBy,
  basis,
});
const prosecution = withTheStage('BLTTHS Điều 240 khoản 1, Điều 241', 'Viện trưởng Viện kiểm sát', {
  I: { days: 10 },
  N: { days: 10 },
  R: { days: 15 },
  D: { days: 30 },
});
const trial = withTheStage('BLTTHS Điều 277 khoản 1, Điều 278 khoản 2', 'Chánh án Tòa án', {
  I: { days: 15 },
  N: { days: 15 },
  R: { days: 30 },
  D: { days: 30 },
});
const resumed = {
  max: { I: { months: 1 }, N: { months: 2 }, R: { months: 2 }, D: { months: 3 } },
  grantedBy: 'Viện kiểm sát có thẩm quyền theo Điều 172 khoản 5',
  basis: 'BLTTHS Điều 174 khoản 1, khoản 4',
};
/** There are no high-level procuracies and courts since July 2025. */
const REFORM = '2025-07-01';
const AFTER_REFORM = {
  validFrom: REFORM,
  status: 'toBeConfirmed',
  note: 'từ 01/7/2025 không còn Tòa án nhân dân cấp cao, Viện kiểm sát nhân dân cấp cao',
} as const;

/** Detention: BLTTHS Điều 173, 174, 241, 278, 329, 347, 459. It ends with its order and never rolls; a month is 30 days. */
// prettier-ignore
export const detentionTerms: readonly TermRow[] = [
  { ...row, code: 'detention.approval', label: 'Viện kiểm sát xét phê chuẩn lệnh tạm giam', basis: 'BLTTHS Điều 119 khoản 5', runsFrom: 'ngày nhận được lệnh tạm giam và hồ sơ', lengths: { days: 3 }, counting: 'ordinary' },
  { ...investigation, code: 'detention.investigation', label: 'Tạm giam để điều tra', basis: 'BLTTHS Điều 173 khoản 1', extensions: [...ordinary, special], starts: [{ register: 'criminalCase', fact: 'PreventiveMeasureApplied', when: { kind: 'detention' }, inStatus: ['investigating', 'supplementary', 'investigationSuspended'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE, extendedBy: ['DetentionExtensionGranted'] }, { register: 'criminalCase', fact: 'PreventiveMeasureChanged', when: { kind: 'detention' }, inStatus: ['investigating', 'supplementary', 'investigationSuspended'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE, extendedBy: ['DetentionExtensionGranted'] }], ends: ['PreventiveMeasureApplied', 'PreventiveMeasureChanged', 'PreventiveMeasureCancelled', 'AccusedChargeRefused', 'FirstInstanceJudgmentRecorded'] },
  { ...investigation, code: 'detention.investigation', kind: 'nationalSecurity', label: 'Tạm giam để điều tra tội xâm phạm an ninh quốc gia', basis: 'BLTTHS Điều 173 khoản 1', extensions: [...ordinary, security, furtherSecurity] },
  { ...summary, code: 'detention.investigation', label: 'Tạm giam trong giai đoạn điều tra theo thủ tục rút gọn', lengths: { days: 20 } },
  { ...detention, code: 'detention.resumed', label: 'Tạm giam để phục hồi điều tra', basis: 'BLTTHS Điều 174 khoản 1, khoản 4', lengths: { I: { months: 2 }, N: { months: 2 }, R: { months: 3 }, D: { months: 3 } }, extensions: [resumed] },
  { ...detention, code: 'detention.supplementaryByProcuracy', label: 'Tạm giam để điều tra bổ sung do Viện kiểm sát trả hồ sơ', basis: 'BLTTHS Điều 174 khoản 2, khoản 4', lengths: { months: 2 } },
  { ...detention, code: 'detention.supplementaryByCourt', label: 'Tạm giam để điều tra bổ sung do Tòa án trả hồ sơ', basis: 'BLTTHS Điều 174 khoản 2, khoản 4', lengths: { months: 1 } },
  { ...investigation, code: 'detention.reinvestigation', label: 'Tạm giam để điều tra lại', basis: 'BLTTHS Điều 174 khoản 4, Điều 173', extensions: [...ordinary, special] },
  { ...inDays, code: 'detention.prosecution', label: 'Tạm giam trong giai đoạn truy tố', basis: 'BLTTHS Điều 241, Điều 240 khoản 1', lengths: { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }, extensions: [prosecution], starts: [{ register: 'criminalCase', fact: 'PreventiveMeasureApplied', when: { kind: 'detention' }, inStatus: ['concluded', 'prosecution', 'prosecutionSuspended', 'courtReturned', 'prosecuted'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE }, { register: 'criminalCase', fact: 'PreventiveMeasureChanged', when: { kind: 'detention' }, inStatus: ['concluded', 'prosecution', 'prosecutionSuspended', 'courtReturned', 'prosecuted'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE }], ends: ['PreventiveMeasureApplied', 'PreventiveMeasureChanged', 'PreventiveMeasureCancelled', 'AccusedChargeRefused', 'FirstInstanceJudgmentRecorded'] },
  { ...summary, code: 'detention.prosecution', label: 'Tạm giam trong giai đoạn truy tố theo thủ tục rút gọn', lengths: { days: 5 } },
  { ...inDays, code: 'detention.trial', label: 'Tạm giam để chuẩn bị xét xử sơ thẩm', basis: 'BLTTHS Điều 278 khoản 2, Điều 277 khoản 1', lengths: { I: { days: 30 }, N: { days: 45 }, R: { months: 2 }, D: { months: 3 } }, extensions: [trial], starts: [{ register: 'criminalCase', fact: 'PreventiveMeasureApplied', when: { kind: 'detention' }, inStatus: ['atCourt', 'courtSuspended'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE }, { register: 'criminalCase', fact: 'PreventiveMeasureChanged', when: { kind: 'detention' }, inStatus: ['atCourt', 'courtSuspended'], from: 'startsOn', until: 'endsOn', same: 'accusedId', kinds: JUVENILE }], ends: ['PreventiveMeasureApplied', 'PreventiveMeasureChanged', 'PreventiveMeasureCancelled', 'AccusedChargeRefused', 'FirstInstanceJudgmentRecorded'] },
  { ...summary, code: 'detention.trial', label: 'Tạm giam trong giai đoạn xét xử sơ thẩm theo thủ tục rút gọn', lengths: { days: 17 } },
  { ...inDays, code: 'detention.appeal', kind: 'provincial', label: 'Tạm giam để chuẩn bị xét xử phúc thẩm tại Tòa án cấp tỉnh', basis: 'BLTTHS Điều 347 khoản 2, Điều 346 khoản 1', lengths: { days: 60 } },
  { ...inDays, code: 'detention.appeal', kind: 'highLevel', label: 'Tạm giam để chuẩn bị xét xử phúc thẩm tại Tòa án cấp cao', basis: 'BLTTHS Điều 347 khoản 2, Điều 346 khoản 1', lengths: { days: 90 } },
  { ...inDays, ...AFTER_REFORM, code: 'detention.appeal', kind: 'highLevel', label: 'Tạm giam để chuẩn bị xét xử phúc thẩm tại Tòa án nhân dân tối cao', basis: 'BLTTHS Điều 347 khoản 2, Điều 346 khoản 1', lengths: { days: 90 } },
  { ...summary, code: 'detention.appeal', label: 'Tạm giam trong giai đoạn xét xử phúc thẩm theo thủ tục rút gọn', lengths: { days: 22 } },
  { ...inDays, code: 'detention.afterSentence', label: 'Tạm giam bị cáo sau khi tuyên án', basis: 'BLTTHS Điều 329 khoản 3, Điều 347 khoản 3', runsFrom: 'ngày tuyên án', lengths: { days: 45 } },
  { ...row, code: 'detention.warnCourt', label: 'Viện kiểm sát thông báo cho Tòa án trước khi hết thời hạn tạm giam bị can', basis: 'BLTTHS Điều 244', runsFrom: 'ngày hết thời hạn tạm giam', lengths: { days: 7 }, counting: 'before', openPoints: ['A5', 'A19'] },
  { ...row, code: 'detention.warnProcuracy', label: 'Tòa án thông báo cho Viện kiểm sát trước khi hết thời hạn tạm giam bị can, khi cần trả hồ sơ', basis: 'TTLT 02/2017 Điều 13 khoản 4', runsFrom: 'ngày hết thời hạn tạm giam', lengths: { days: 7 }, counting: 'before', openPoints: ['A5', 'A19'], validFrom: '2018-02-06' },
  ...carriedOn([{ ...row, code: 'detention.endNotice', label: 'Cơ sở giam giữ thông báo sắp hết thời hạn tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 13 khoản 1 điểm h', runsFrom: 'ngày hết thời hạn tạm giam', lengths: { days: 5 }, counting: 'before', openPoints: ['A5', 'A19'] }]),
  ...carriedOn([{ ...row, code: 'detention.endNotice', kind: 'extended', label: 'Cơ sở giam giữ thông báo sắp hết thời hạn gia hạn tạm giam', basis: 'Luật Thi hành tạm giữ, tạm giam Điều 13 khoản 1 điểm h', runsFrom: 'ngày hết thời hạn gia hạn tạm giam', lengths: { days: 10 }, counting: 'before', openPoints: ['A5', 'A19'] }]),
  { ...row, code: 'measure.endNotice', label: 'Cơ quan đề nghị thông báo cho Viện kiểm sát trước khi hết thời hạn áp dụng biện pháp ngăn chặn', basis: 'BLTTHS Điều 125 khoản 2', runsFrom: 'ngày hết thời hạn áp dụng biện pháp ngăn chặn (trừ tạm giữ)', lengths: { days: 10 }, counting: 'before', openPoints: ['A5', 'A19'] },
];
