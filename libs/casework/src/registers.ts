import type { Fact, Register } from '#engine';
import { crimeReport } from './crime-report/register.js';
import { crimeReportKinds } from './crime-report/facts.js';
import { crimeReportStatuses } from './crime-report/statuses.js';
import { criminalCase } from './criminal-case/register.js';
import { criminalCaseStatuses } from './criminal-case/statuses.js';
import type { DocketName, FileState } from './file.js';
import { petitionKinds } from './petition/facts.js';
import { petition } from './petition/register.js';
import { petitionStatuses } from './petition/statuses.js';
import { protestFields, protestOutcomes } from './protest/facts.js';
import { protest } from './protest/register.js';
import { protestStatuses } from './protest/statuses.js';
import { recommendationAnswers, recommendationKinds } from './recommendation/facts.js';
import { recommendation } from './recommendation/register.js';
import { recommendationStatuses } from './recommendation/statuses.js';
import type { Reference } from './reference/reference.js';

/** Every register, by the category of its streams. */
export const registers = { crimeReport, criminalCase, protest, recommendation, petition } as const;
export type RegisterName = keyof typeof registers;

/** A register whose facts are checked against its catalogue at run time. */
export type AnyRegister = Register<FileState, Fact, Reference>;

export const isRegisterName = (name: string): name is RegisterName => Object.hasOwn(registers, name);

/** The register by its name, for code that handles all of them alike. */
export const registerNamed = (name: RegisterName): AnyRegister =>
  // Each register is typed by its own facts; who hands it another's is told so by its catalogue.
  registers[name] as unknown as AnyRegister;

/** The category of a stream: the part before the first dash. */
const categoryOf = (stream: string) => stream.slice(0, Math.max(0, stream.indexOf('-')));

/** The register that a stream belongs to. @throws when it isn't a file's stream */
export const registerOf = (stream: string): AnyRegister => {
  const name = categoryOf(stream);
  if (!isRegisterName(name)) throw new Error(`${stream} is not the stream of a file`);
  return registerNamed(name);
};

/** Vietnamese labels of the statuses, by register. */
export const statusLabels: Readonly<Record<RegisterName, Readonly<Record<string, string>>>> = {
  crimeReport: crimeReportStatuses,
  criminalCase: criminalCaseStatuses,
  protest: protestStatuses,
  recommendation: recommendationStatuses,
  petition: petitionStatuses,
};

export const docketLabels: Readonly<Record<DocketName, string>> = {
  crimeReport: 'Giải quyết nguồn tin về tội phạm',
  investigation: 'Điều tra',
  prosecution: 'Truy tố',
  court: 'Xét xử sơ thẩm',
  accused: 'Bị cáo',
  return: 'Trả hồ sơ điều tra bổ sung',
  protest: 'Kháng nghị',
  recommendation: 'Kiến nghị',
  petition: 'Giải quyết đơn',
  duty: 'Việc phải làm trong hạn',
};

const stage = { transferred: 'Chuyển nơi khác', suspended: 'Tạm đình chỉ', terminated: 'Đình chỉ' } as const;

/** How a spell of a docket ended. */
export const outcomeLabels: Readonly<Record<DocketName, Readonly<Record<string, string>>>> = {
  crimeReport: { ...stage, initiated: 'Khởi tố vụ án', notInitiated: 'Không khởi tố vụ án' },
  investigation: {
    ...stage,
    concluded: 'Kết luận điều tra đề nghị truy tố',
    joined: 'Nhập vụ án',
    annulled: 'Hủy bỏ quyết định khởi tố',
  },
  prosecution: { ...stage, prosecuted: 'Truy tố', returned: 'Trả hồ sơ điều tra bổ sung' },
  court: {
    ...stage,
    judged: 'Đã xét xử',
    returned: 'Trả hồ sơ điều tra bổ sung',
    withdrawn: 'Viện kiểm sát rút truy tố',
  },
  accused: {
    sameClause: 'Đúng tội danh, đúng khoản',
    otherClause: 'Đúng tội danh, khác khoản',
    lighterOffence: 'Tội danh nhẹ hơn',
    heavierOffence: 'Tội danh nặng hơn',
    acquitted: 'Không phạm tội',
    partlyAcquitted: 'Không phạm một phần các tội',
    withdrawn: 'Rút truy tố, đình chỉ',
    replaced: 'Bản án bị hủy, xét xử lại',
    transferred: stage.transferred,
  },
  return: { grounded: 'Có căn cứ', ungrounded: 'Không có căn cứ' },
  protest: { ...protestOutcomes, withdrawn: 'Rút kháng nghị' },
  recommendation: { ...recommendationAnswers, withdrawn: 'Rút kiến nghị' },
  petition: {
    resolved: 'Đã giải quyết',
    forwarded: 'Chuyển đơn',
    filed: 'Lưu đơn',
    duplicate: 'Đơn trùng',
    withdrawn: 'Rút đơn',
  },
  duty: { done: 'Đã làm', lapsed: 'Không còn phải làm', moot: 'Không còn phải chờ', transferred: stage.transferred },
};

const stages = {
  first: 'Lần đầu',
  resumed: 'Phục hồi',
  supplementaryByProcuracy: 'Điều tra bổ sung theo yêu cầu của Viện kiểm sát',
  supplementaryByCourt: 'Điều tra bổ sung theo yêu cầu của Tòa án',
  reinvestigation: 'Điều tra lại',
} as const;

/** What the spells of a docket split by; an article number, for the accused, is its own label. */
export const kindLabels: Readonly<Record<DocketName, Readonly<Record<string, string>>>> = {
  crimeReport: crimeReportKinds,
  investigation: stages,
  prosecution: stages,
  court: stages,
  accused: {},
  return: {
    procuracy: 'Viện kiểm sát trả',
    presidingJudge: 'Thẩm phán chủ tọa trả',
    panel: 'Hội đồng xét xử trả',
    procuracyForCourt: 'Viện kiểm sát trả theo yêu cầu của Tòa án',
  },
  protest: protestFields,
  recommendation: recommendationKinds,
  petition: petitionKinds,
  duty: {},
};
