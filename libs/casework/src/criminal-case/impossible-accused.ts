import { accusedById, isActive } from './accused.js';
import type { CriminalCaseFact } from './facts.js';
import { rule, ruleFor, type CaseRule } from './rule.js';
import { accusedStatuses, type AccusedStatus } from './state.js';

/** The accused a fact names, with the field that names each. */
const namedIn = ({ data }: CriminalCaseFact): readonly { readonly id: string; readonly field: string }[] => {
  if ('accusedId' in data) return [{ id: data.accusedId, field: 'data.accusedId' }];
  if ('accusedIds' in data && data.accusedIds)
    return data.accusedIds.map((id, i) => ({ id, field: `data.accusedIds.${i}` }));
  if ('accused' in data && data.accused)
    return data.accused.map(({ accusedId: id }, i) => ({ id, field: `data.accused.${i}.accusedId` }));
  return [];
};

const isKnown: CaseRule = rule(
  'unknown-accused',
  'Bị can được nêu phải có trong vụ án',
  'BLTTHS Điều 179',
  ({ state, fact }) => {
    if (fact.type === 'AccusedCharged') return undefined;
    const stranger = namedIn(fact).find(({ id }) => !accusedById(state, id));
    return stranger && { detail: `Vụ án không có bị can “${stranger.id}”.`, field: stranger.field };
  },
);

const isNew: CaseRule = ruleFor(
  ['AccusedCharged'],
  'accused-already-charged',
  'Một bị can chỉ được khởi tố một lần trong vụ án; tội danh khác thì thay đổi hoặc bổ sung quyết định',
  'BLTTHS Điều 179, 180',
  ({ accusedId }, { state }) => {
    const known = accusedById(state, accusedId);
    return known && { detail: `Bị can “${accusedId}” (${known.name}) đã bị khởi tố.`, field: 'data.accusedId' };
  },
);

const namedOnce: CaseRule = rule(
  'accused-named-twice',
  'Mỗi bị can chỉ nêu một lần trong một văn bản',
  'BLTTHS Điều 132',
  ({ fact }) => {
    const seen = new Set<string>();
    for (const { id, field } of namedIn(fact)) {
      if (seen.has(id)) return { detail: `Bị can “${id}” được nêu hai lần.`, field };
      seen.add(id);
    }
    return undefined;
  },
);

const needsStatus: Partial<Record<CriminalCaseFact['type'], readonly AccusedStatus[]>> = {
  AccusedChargeApproved: ['charged', 'concluded', 'indicted', 'suspended'],
  AccusedChargeEvidenceRequested: ['charged', 'concluded', 'indicted', 'suspended'],
  AccusedChargeRefused: ['charged', 'concluded', 'indicted', 'suspended'],
  ChargeChanged: ['charged', 'concluded'],
  ChargeAdded: ['charged', 'concluded'],
  DetentionExtensionRequested: ['charged'],
  DetentionExtensionGranted: ['charged'],
  InvestigationSuspended: ['charged'],
  InvestigationTerminated: ['charged', 'suspended'],
  InvestigationResumed: ['suspended', 'terminated'],
  InvestigationConcluded: ['charged'],
  SupplementaryInvestigationCompleted: ['charged'],
  IndictmentIssued: ['charged', 'concluded'],
  SummaryProsecutionDecided: ['charged', 'concluded'],
  IndictmentReplaced: ['charged', 'concluded', 'indicted'],
  CaseSuspendedByProcuracy: ['charged', 'concluded'],
  CaseTerminatedByProcuracy: ['charged', 'concluded', 'suspended'],
  CaseResumedByProcuracy: ['suspended', 'terminated'],
  ProsecutionWithdrawn: ['indicted', 'suspended'],
  CourtCaseSuspended: ['indicted'],
  CourtCaseResumed: ['suspended', 'terminated'],
  CourtCaseTerminated: ['indicted', 'suspended', 'withdrawn'],
};

const canStandThere: CaseRule = rule(
  'accused-elsewhere',
  'Việc này không thể xảy ra đối với bị can đang ở giai đoạn khác',
  'BLTTHS Điều 229–249, 281–283',
  ({ state, fact }) => {
    const meant = needsStatus[fact.type];
    if (!meant) return undefined;
    for (const { id, field } of namedIn(fact)) {
      const one = accusedById(state, id);
      if (one && !meant.includes(one.status))
        return { detail: `${one.name} đang ở tình trạng “${accusedStatuses[one.status]}”.`, field };
    }
    return undefined;
  },
);

const everyoneConcluded: CaseRule = ruleFor(
  ['InvestigationConcluded'],
  'accused-left-out',
  'Kết luận điều tra phải nêu mọi bị can còn trong vụ án',
  'BLTTHS Điều 232, 233',
  ({ accused }, { state }) => {
    const named = new Set(accused.map(({ accusedId }) => accusedId));
    const out = state.accused.find((one) => isActive(one) && !named.has(one.id));
    return out && { detail: `Chưa nêu bị can ${out.name}.`, field: 'data.accused' };
  },
);

const wasStopped: CaseRule = ruleFor(
  ['InvestigationResumed', 'CaseResumedByProcuracy', 'CourtCaseResumed'],
  'nothing-to-resume',
  'Chỉ phục hồi việc đã tạm đình chỉ hoặc đình chỉ',
  'BLTTHS Điều 235, 249, 283',
  (_, { state }) => {
    const suspendedWhole = ['investigationSuspended', 'prosecutionSuspended', 'courtSuspended', 'terminated'];
    if (suspendedWhole.includes(state.status)) return undefined;
    return state.accused.some(({ status }) => status === 'suspended' || status === 'terminated')
      ? undefined
      : { detail: 'Không có bị can nào đang bị tạm đình chỉ hoặc đình chỉ.' };
  },
);

const isIndicted: CaseRule = ruleFor(
  ['FirstInstanceJudgmentRecorded', 'IndictmentDelivered'],
  'accused-not-indicted',
  'Chỉ xét xử, giao cáo trạng cho người đã bị truy tố',
  'BLTTHS Điều 243, 298 khoản 1',
  (_, { state, fact }) => {
    const judged = fact.type === 'FirstInstanceJudgmentRecorded';
    for (const { id, field } of namedIn(fact)) {
      const one = accusedById(state, id);
      if (one && (judged ? one.status !== 'indicted' : one.indictmentNo === undefined))
        return { detail: `${one.name} chưa bị truy tố, hoặc đã được giải quyết.`, field };
    }
    return undefined;
  },
);

const wasJudged: CaseRule = ruleFor(
  ['AppellateJudgmentRecorded', 'CassationDecisionRecorded'],
  'accused-not-judged',
  'Chỉ xét lại bản án đối với người đã được xét xử',
  'BLTTHS Điều 330, 370',
  (_, { state, fact }) => {
    for (const { id, field } of namedIn(fact)) {
      const one = accusedById(state, id);
      if (one && one.verdicts.length === 0) return { detail: `${one.name} chưa được xét xử sơ thẩm.`, field };
    }
    return undefined;
  },
);

const awaitsApproval: CaseRule = ruleFor(
  ['AccusedChargeApproved', 'AccusedChargeEvidenceRequested'],
  'charge-already-approved',
  'Chỉ xét phê chuẩn quyết định chưa được phê chuẩn',
  'BLTTHS Điều 179 khoản 3, Điều 180 khoản 3',
  ({ accusedId }, { state }) => {
    const one = accusedById(state, accusedId);
    return one?.approval === 'approved'
      ? { detail: `Quyết định khởi tố ${one.name} đã được phê chuẩn.`, field: 'data.accusedId' }
      : undefined;
  },
);

export const impossibleAboutAccused: readonly CaseRule[] = [
  isKnown,
  isNew,
  namedOnce,
  canStandThere,
  everyoneConcluded,
  wasStopped,
  isIndicted,
  wasJudged,
  awaitsApproval,
];
