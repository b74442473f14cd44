import type { TermRow } from '../term.js';

const A10 = {
  openPoints: ['A10', 'A19'],
  readings: [{ point: 'A10', reading: 2, rolls: false }],
} satisfies Partial<TermRow>;
const complaint = { counting: 'ordinary', validFrom: '2012-07-01', status: 'confirmed', ...A10 } as const;
const denunciation = { counting: 'ordinary', validFrom: '2019-01-01', status: 'confirmed', ...A10 } as const;
const criminal = { counting: 'ordinary', validFrom: '2018-01-01', status: 'confirmed' } as const;
const ACCEPTED = 'ngày thụ lý';
const ADDED = { max: { days: 30 }, grantedBy: 'Người giải quyết tố cáo' } as const;

/** Complaints and denunciations: Luật Khiếu nại 2011, Luật Tố cáo 2018, BLTTHS Điều 471–481. */
// prettier-ignore
export const petitionTerms: readonly TermRow[] = [
  { code: 'petition.complaint.first', kind: 'normal',        label: 'Giải quyết khiếu nại lần đầu',                              basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 30 }, ...complaint },
  { code: 'petition.complaint.first', kind: 'complex',       label: 'Giải quyết khiếu nại lần đầu, vụ việc phức tạp',            basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 45 }, ...complaint },
  { code: 'petition.complaint.first', kind: 'remote',        label: 'Giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa',          basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 45 }, ...complaint },
  { code: 'petition.complaint.first', kind: 'remoteComplex', label: 'Giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa, vụ việc phức tạp', basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 60 }, ...complaint },
  { code: 'petition.complaint.second', kind: 'normal',        label: 'Giải quyết khiếu nại lần hai',                             basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 45 }, ...complaint },
  { code: 'petition.complaint.second', kind: 'complex',       label: 'Giải quyết khiếu nại lần hai, vụ việc phức tạp',           basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 60 }, ...complaint },
  { code: 'petition.complaint.second', kind: 'remote',        label: 'Giải quyết khiếu nại lần hai ở vùng sâu, vùng xa',         basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 60 }, ...complaint },
  { code: 'petition.complaint.second', kind: 'remoteComplex', label: 'Giải quyết khiếu nại lần hai ở vùng sâu, vùng xa, vụ việc phức tạp', basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 70 }, ...complaint },
  { code: 'petition.complaint.criminal',                label: 'Giải quyết khiếu nại trong tố tụng hình sự',          basis: 'BLTTHS Điều 476 khoản 1', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 7 }, ...criminal },
  { code: 'petition.complaint.criminal', kind: 'second', label: 'Viện kiểm sát cấp trên giải quyết khiếu nại trong tố tụng hình sự', basis: 'BLTTHS Điều 476', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 15 }, ...criminal },
  { code: 'petition.complaint.accept',                  label: 'Thụ lý giải quyết khiếu nại',                         basis: 'Luật Khiếu nại Điều 27, 36', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 10 }, ...complaint },
  { code: 'petition.denunciation.classify',             label: 'Xử lý ban đầu thông tin tố cáo',                      basis: 'Luật Tố cáo Điều 24 khoản 1', runsFrom: 'ngày nhận được tố cáo', lengths: { workingDays: 7 }, ...denunciation, counting: 'workingDays' },
  { code: 'petition.denunciation.classify', kind: 'severalPlaces', label: 'Xử lý ban đầu thông tin tố cáo, phải xác minh tại nhiều địa điểm', basis: 'Luật Tố cáo Điều 24 khoản 1', runsFrom: 'ngày nhận được tố cáo', lengths: { workingDays: 10 }, ...denunciation, counting: 'workingDays' },
  { code: 'petition.denunciation.forward',              label: 'Chuyển tố cáo không thuộc thẩm quyền',                basis: 'Luật Tố cáo Điều 24 khoản 2', runsFrom: 'ngày nhận được đơn tố cáo', lengths: { workingDays: 5 }, ...denunciation, counting: 'workingDays' },
  { code: 'petition.complaint.custody',                   label: 'Giải quyết khiếu nại việc giữ người, bắt, tạm giữ, tạm giam', basis: 'BLTTHS Điều 474 khoản 1', runsFrom: 'khi nhận được khiếu nại', lengths: { hours: 24 }, ...criminal, counting: 'hours' },
  { code: 'petition.complaint.custody', kind: 'verified', label: 'Giải quyết khiếu nại việc giữ người, bắt, tạm giữ, tạm giam, phải xác minh thêm', basis: 'BLTTHS Điều 474 khoản 1', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 3 }, ...criminal },
  { code: 'petition.complaint.custody', kind: 'second',   label: 'Viện kiểm sát cấp trên giải quyết khiếu nại việc giữ người, bắt, tạm giữ, tạm giam', basis: 'BLTTHS Điều 474 khoản 2', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 7 }, ...criminal },
  { code: 'petition.denunciation.custody',                   label: 'Giải quyết tố cáo việc giữ người, bắt, tạm giữ, tạm giam', basis: 'BLTTHS Điều 481 khoản 4', runsFrom: 'khi nhận được tố cáo', lengths: { hours: 24 }, ...criminal, counting: 'hours' },
  { code: 'petition.denunciation.custody', kind: 'verified', label: 'Giải quyết tố cáo việc giữ người, bắt, tạm giữ, tạm giam, phải xác minh thêm', basis: 'BLTTHS Điều 481 khoản 4', runsFrom: 'ngày nhận được tố cáo', lengths: { days: 3 }, ...criminal },
  { code: 'petition.denunciation',                      label: 'Giải quyết tố cáo',                                   basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 }, ...denunciation },
  { code: 'petition.denunciation', kind: 'complex',     label: 'Giải quyết tố cáo, vụ việc phức tạp',                 basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 }, extensions: [{ ...ADDED, basis: 'Luật Tố cáo Điều 30 khoản 2' }], ...denunciation },
  { code: 'petition.denunciation', kind: 'veryComplex', label: 'Giải quyết tố cáo, vụ việc đặc biệt phức tạp',        basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 }, extensions: [{ ...ADDED, basis: 'Luật Tố cáo Điều 30 khoản 3' }, { ...ADDED, basis: 'Luật Tố cáo Điều 30 khoản 3' }], ...denunciation },
  { code: 'petition.denunciation.criminal',                  label: 'Giải quyết tố cáo trong tố tụng hình sự',                    basis: 'BLTTHS Điều 481', runsFrom: 'ngày nhận được tố cáo', lengths: { days: 30 }, ...criminal },
  { code: 'petition.denunciation.criminal', kind: 'complex', label: 'Giải quyết tố cáo trong tố tụng hình sự, vụ việc phức tạp', basis: 'BLTTHS Điều 481', runsFrom: 'ngày nhận được tố cáo', lengths: { days: 60 }, ...criminal },
];
