import { dayOf, type Finding, type Given, type Rule } from '#engine';
import {
  notAfterItsDay,
  prosecutorIsKnown,
  prosecutorIsQualified,
  recorderHasAuthority,
  signerIsCompetent,
} from '../authority.js';
import { dueOf, lateBy } from '../due.js';
import type { Reference } from '../reference/reference.js';
import { clockOf, openSpell } from '../spells.js';
import { withMoreTime } from './clock.js';
import type { PetitionFact } from './facts.js';
import type { PetitionState } from './state.js';

type PetitionRule = Rule<PetitionState, PetitionFact, Reference>;
type PetitionGiven = Given<PetitionState, PetitionFact, Reference>;

const rule = (
  code: string,
  text: string,
  basis: string,
  broken: (given: PetitionGiven) => Finding | undefined,
): PetitionRule => ({
  code,
  text,
  basis,
  broken,
});

const resolvedBy: Partial<Record<PetitionFact['type'], readonly string[]>> = {
  PetitionDecisionIssued: ['complaint'],
  PetitionConclusionIssued: ['denunciation'],
  PetitionAnswered: ['request', 'feedback'],
  PetitionSecondInstanceLodged: ['complaint'],
};

export const impossible: readonly PetitionRule[] = [
  recorderHasAuthority,
  prosecutorIsKnown,
  notAfterItsDay(['decisionReceivedOn']),
  rule(
    'sender-required',
    'Đơn phải ghi người gửi, trừ khi không rõ',
    'Luật Khiếu nại Điều 8; Luật Tố cáo Điều 23',
    ({ fact }) =>
      fact.type === 'PetitionReceived' && fact.data.sender === undefined && fact.data.anonymous !== true
        ? { detail: 'Chưa ghi người gửi đơn.', field: 'data.sender' }
        : undefined,
  ),
  rule(
    'receiver-required',
    'Chuyển đơn phải ghi cơ quan hoặc Viện kiểm sát nhận',
    'Luật Tố cáo Điều 24 khoản 2',
    ({ fact }) => {
      if (fact.type !== 'PetitionForwarded') return undefined;
      const { toBody, toUnit } = fact.data;
      return (toBody === undefined) === (toUnit === undefined)
        ? { detail: 'Ghi cơ quan nhận hoặc Viện kiểm sát nhận, không ghi cả hai.', field: 'data.toBody' }
        : undefined;
    },
  ),
  rule(
    'resolved-in-another-way',
    'Khiếu nại được giải quyết bằng quyết định, tố cáo bằng kết luận, đề nghị và phản ánh bằng văn bản trả lời',
    'Luật Khiếu nại Điều 31; Luật Tố cáo Điều 35',
    ({ state, fact }) => {
      const kinds = resolvedBy[fact.type];
      return kinds !== undefined && state.kind !== undefined && !kinds.includes(state.kind)
        ? { detail: 'Việc này không áp dụng cho loại đơn của hồ sơ.', field: 'type' }
        : undefined;
    },
  ),
];

const of = (state: PetitionState, kind: PetitionState['kind'], field: PetitionState['field']) =>
  state.kind === kind && state.field === field;

/** The verdict of the law on more time, were it added to the running clock. */
const moreTimeIn = ({ state, fact, reference }: PetitionGiven): Finding | undefined => {
  const clock = openSpell(state.spells, 'petition')?.clock;
  if (fact.type !== 'PetitionExtended' || clock === undefined) return undefined;
  const { days, complexity, on } = fact.data;
  const late = lateBy(clock, on, reference.law);
  if (late) return { detail: `Gia hạn khi thời hạn đã hết. ${late.detail}` };
  const longer = withMoreTime(clock, { fact: '', decidedOn: on, days, complexity });
  if (longer.prolongation !== undefined && clock.prolongation === undefined) {
    const most = dueOf(longer, reference.law)?.nominal;
    const now = dueOf(clock, reference.law)?.nominal;
    const room =
      most === undefined || now === undefined ? undefined : (Date.parse(most) - Date.parse(now)) / 86_400_000;
    return room !== undefined && days > room
      ? { detail: `Chỉ được gia hạn tối đa ${Math.max(0, Math.floor(room))} ngày.` }
      : undefined;
  }
  const verdict = dueOf(longer, reference.law)?.extensions.at(-1);
  if (verdict === undefined) return undefined;
  if (verdict.basis === undefined) return { detail: 'Thời hạn này không được gia hạn, hoặc đã gia hạn hết số lần.' };
  return verdict.overCeilingBy > 0 ? { detail: `Vượt mức gia hạn tối đa ${verdict.overCeilingBy} ngày.` } : undefined;
};

const decisions: readonly PetitionFact['type'][] = [
  'PetitionDecisionIssued',
  'PetitionConclusionIssued',
  'PetitionAnswered',
  'PetitionSecondDecisionIssued',
];

export const unlawful: readonly PetitionRule[] = [
  signerIsCompetent,
  prosecutorIsQualified,
  rule(
    'petition-classified-late',
    'Xử lý ban đầu tố cáo trong 07 ngày làm việc (10 ngày nếu phải xác minh tại nhiều địa điểm)',
    'Luật Tố cáo Điều 24 khoản 1',
    ({ state, fact, reference }) => {
      if (
        fact.type !== 'PetitionClassified' ||
        !of(state, 'denunciation', 'administrative') ||
        state.receivedOn === undefined
      )
        return undefined;
      const choice = { kind: fact.data.severalPlaces === true ? 'denunciationSeveralPlaces' : 'denunciation' };
      return lateBy(clockOf('petition.classify', state.receivedOn, choice), fact.data.on, reference.law);
    },
  ),
  rule(
    'petition-accepted-late',
    'Thụ lý khiếu nại trong 10 ngày',
    'Luật Khiếu nại Điều 27',
    ({ state, fact, reference }) =>
      fact.type === 'PetitionAccepted' && of(state, 'complaint', 'administrative') && state.receivedOn !== undefined
        ? lateBy(clockOf('petition.classify', state.receivedOn, { kind: 'complaint' }), fact.data.on, reference.law)
        : undefined,
  ),
  rule(
    'petition-forwarded-late',
    'Chuyển tố cáo không thuộc thẩm quyền trong 05 ngày làm việc',
    'Luật Tố cáo Điều 24 khoản 2',
    ({ state, fact, reference }) =>
      fact.type === 'PetitionForwarded' && of(state, 'denunciation', 'administrative') && state.receivedOn !== undefined
        ? lateBy(clockOf('petition.forward', state.receivedOn, { kind: 'denunciation' }), fact.data.on, reference.law)
        : undefined,
  ),
  rule(
    'accepted-without-competence',
    'Chỉ thụ lý đơn thuộc thẩm quyền và đủ điều kiện',
    'Luật Khiếu nại Điều 11, 27; Luật Tố cáo Điều 29',
    ({ state, fact }) => {
      if (fact.type !== 'PetitionAccepted' || state.classification === undefined) return undefined;
      const { competent, conditionsMet } = state.classification;
      if (competent && conditionsMet) return undefined;
      return {
        detail: competent
          ? 'Đơn được phân loại là chưa đủ điều kiện thụ lý.'
          : 'Đơn được phân loại là không thuộc thẩm quyền.',
      };
    },
  ),
  rule(
    'petition-extension-unlawful',
    'Gia hạn giải quyết đơn trong thời hạn, đúng số lần và mức tối đa',
    'Luật Khiếu nại Điều 28, 37; Luật Tố cáo Điều 30; BLTTHS Điều 474, 481',
    moreTimeIn,
  ),
  rule(
    'petition-decided-late',
    'Giải quyết đơn trong thời hạn',
    'Luật Khiếu nại Điều 28, 37; Luật Tố cáo Điều 30; BLTTHS Điều 474, 475, 476, 481',
    ({ state, fact, reference }) =>
      decisions.includes(fact.type)
        ? lateBy(openSpell(state.spells, 'petition')?.clock, dayOf(fact), reference.law)
        : undefined,
  ),
];
