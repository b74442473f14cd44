import type { TermRow } from '../term.js';
import { carriedOn } from './carried-on.js';

const civilCode = {
  counting: 'ordinary',
  status: 'confirmed',
  openPoints: ['A10', 'A19'],
  readings: [{ point: 'A10', reading: 2, rolls: false }],
} satisfies Partial<TermRow>;
const complaint = { ...civilCode, validFrom: '2012-07-01' } satisfies Partial<TermRow>;
/** The time of a suspension doesn't count. */
const suspension = { basis: 'Luật Tố cáo Điều 34 khoản 2', count: 'difference' } as const;
const denunciation = { ...civilCode, validFrom: '2019-01-01', suspension } satisfies Partial<TermRow>;
const workingDays = {
  counting: 'workingDays',
  status: 'confirmed',
  openPoints: ['A19'],
  validFrom: '2019-01-01',
} satisfies Partial<TermRow>;
const hindered = { basis: 'Luật Khiếu nại Điều 9', count: 'everyDay' } as const;

const [FIRST, SECOND] = ['Giải quyết khiếu nại lần đầu', 'Giải quyết khiếu nại lần hai'];
const [REMOTE, COMPLEX] = ['vùng sâu, vùng xa', 'vụ việc phức tạp'];
const ACCEPTED = 'ngày thụ lý';
const RECEIVED = 'ngày nhận được tố cáo';
const again = (basis: string) => ({ max: { days: 30 }, grantedBy: 'Người giải quyết tố cáo', basis });
const twice = again('Luật Tố cáo Điều 30 khoản 3');

// prettier-ignore
const terms: readonly TermRow[] = [
  { ...complaint, code: 'petition.classify', kind: 'complaint', label: 'Thụ lý khiếu nại lần đầu', basis: 'Luật Khiếu nại Điều 27', runsFrom: 'ngày nhận được khiếu nại', lengths: { days: 10 }, starts: { register: 'petition', fact: 'PetitionReceived', when: { kind: 'complaint', field: 'administrative' } }, ends: ['PetitionAccepted', 'PetitionForwarded', 'PetitionFiledNoAction', 'PetitionDuplicateMarked'] },
  { ...complaint, code: 'petition.classify', kind: 'complaintSecond', label: 'Thụ lý khiếu nại lần hai', basis: 'Luật Khiếu nại Điều 36 khoản 1', runsFrom: 'ngày nhận được đơn khiếu nại', lengths: { days: 10 } },
  { ...workingDays, code: 'petition.classify', kind: 'denunciation', label: 'Xử lý ban đầu thông tin tố cáo', basis: 'Luật Tố cáo Điều 24 khoản 1', runsFrom: RECEIVED, lengths: { workingDays: 7 }, starts: { register: 'petition', fact: 'PetitionReceived', when: { kind: 'denunciation', field: 'administrative' }, told: { kinds: { severalPlaces: 'denunciationSeveralPlaces' } } }, ends: ['PetitionClassified', 'PetitionAccepted', 'PetitionForwarded', 'PetitionFiledNoAction', 'PetitionDuplicateMarked'] },
  { ...workingDays, code: 'petition.classify', kind: 'denunciationSeveralPlaces', label: 'Xử lý ban đầu thông tin tố cáo, xác minh tại nhiều địa điểm hoặc ủy quyền', basis: 'Luật Tố cáo Điều 24 khoản 1', runsFrom: RECEIVED, lengths: { workingDays: 10 } },
  { ...workingDays, code: 'petition.forward', kind: 'denunciation', label: 'Chuyển tố cáo không thuộc thẩm quyền', basis: 'Luật Tố cáo Điều 24 khoản 2', runsFrom: 'ngày nhận được đơn tố cáo', lengths: { workingDays: 5 } },
  { ...complaint, code: 'petition.complaint.first', kind: 'normal', label: FIRST, basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 30 } },
  { ...complaint, code: 'petition.complaint.first', kind: 'complex', label: `${FIRST}, ${COMPLEX}`, basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 45 } },
  { ...complaint, code: 'petition.complaint.first', kind: 'remote', label: `${FIRST}, ${REMOTE}`, basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 45 } },
  { ...complaint, code: 'petition.complaint.first', kind: 'remoteComplex', label: `${FIRST}, ${REMOTE}, ${COMPLEX}`, basis: 'Luật Khiếu nại Điều 28', runsFrom: ACCEPTED, lengths: { days: 60 } },
  { ...complaint, code: 'petition.complaint.second', kind: 'normal', label: SECOND, basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 45 } },
  { ...complaint, code: 'petition.complaint.second', kind: 'complex', label: `${SECOND}, ${COMPLEX}`, basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 60 } },
  { ...complaint, code: 'petition.complaint.second', kind: 'remote', label: `${SECOND}, ${REMOTE}`, basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 60 } },
  { ...complaint, code: 'petition.complaint.second', kind: 'remoteComplex', label: `${SECOND}, ${REMOTE}, ${COMPLEX}`, basis: 'Luật Khiếu nại Điều 37', runsFrom: ACCEPTED, lengths: { days: 70 } },
  { ...complaint, code: 'petition.lodge.complaint', kind: 'first', label: 'Thời hiệu khiếu nại', basis: 'Luật Khiếu nại Điều 9', runsFrom: 'ngày nhận được hoặc biết được quyết định, hành vi hành chính', lengths: { days: 90 }, suspension: hindered },
  { ...complaint, code: 'petition.lodge.complaint', kind: 'second', label: 'Khiếu nại lần hai', basis: 'Luật Khiếu nại Điều 33 khoản 1', runsFrom: 'ngày hết thời hạn giải quyết hoặc ngày nhận được quyết định giải quyết lần đầu', lengths: { days: 30 } },
  { ...complaint, code: 'petition.lodge.complaint', kind: 'secondRemote', label: `Khiếu nại lần hai, ${REMOTE}`, basis: 'Luật Khiếu nại Điều 33 khoản 1', runsFrom: 'ngày hết thời hạn giải quyết hoặc ngày nhận được quyết định giải quyết lần đầu', lengths: { days: 45 } },
  { ...denunciation, code: 'petition.denunciation', label: 'Giải quyết tố cáo', basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 } },
  { ...denunciation, code: 'petition.denunciation', kind: 'complex', label: `Giải quyết tố cáo, ${COMPLEX}`, basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 }, extensions: [again('Luật Tố cáo Điều 30 khoản 2')] },
  { ...denunciation, code: 'petition.denunciation', kind: 'veryComplex', label: 'Giải quyết tố cáo, vụ việc đặc biệt phức tạp', basis: 'Luật Tố cáo Điều 30 khoản 1', runsFrom: 'ngày thụ lý tố cáo', lengths: { days: 30 }, extensions: [twice, twice] },
  { ...workingDays, code: 'petition.denunciation.acceptanceNotice', label: 'Thông báo việc thụ lý tố cáo', basis: 'Luật Tố cáo Điều 29 khoản 3', runsFrom: 'ngày ra quyết định thụ lý tố cáo', lengths: { workingDays: 5 } },
  { ...workingDays, code: 'petition.denunciation.suspensionSent', label: 'Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo', basis: 'Luật Tố cáo Điều 34 khoản 4', runsFrom: 'ngày ra quyết định', lengths: { workingDays: 5 } },
  { ...workingDays, code: 'petition.denunciation.conclusionSent', label: 'Gửi kết luận nội dung tố cáo', basis: 'Luật Tố cáo Điều 35 khoản 3', runsFrom: 'ngày ban hành kết luận nội dung tố cáo', lengths: { workingDays: 5 } },
  { ...workingDays, code: 'petition.denunciation.act', label: 'Xử lý theo kết luận nội dung tố cáo', basis: 'Luật Tố cáo Điều 36 khoản 1', runsFrom: 'ngày ban hành kết luận nội dung tố cáo', lengths: { workingDays: 7 } },
  { ...workingDays, code: 'petition.denunciation.actReported', label: 'Thông báo kết quả xử lý kiến nghị trong kết luận nội dung tố cáo', basis: 'Luật Tố cáo Điều 36 khoản 3', runsFrom: 'ngày có kết quả xử lý', lengths: { workingDays: 5 } },
  { ...civilCode, validFrom: '2019-01-01', code: 'petition.denunciation.again', label: 'Xem xét tố cáo tiếp', basis: 'Luật Tố cáo Điều 37 khoản 2', runsFrom: 'ngày nhận được tố cáo tiếp', lengths: { days: 20 } },
  { ...civilCode, validFrom: '2019-01-01', code: 'petition.denunciation.sourceNotice', label: 'Thông báo kết quả xử lý tố cáo cho nơi chuyển đến', basis: 'Luật Tố cáo Điều 26 khoản 2', runsFrom: RECEIVED, lengths: { days: 20 } },
];

/**
 * Complaints and denunciations to bodies of the State: Luật Khiếu nại 2011, Luật Tố cáo 2018, both amended by Luật
 * 136/2025/QH15.
 */
export const petitionTerms: readonly TermRow[] = carriedOn(terms);
