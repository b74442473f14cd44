import type { Finding, Given, Rule } from '#engine';
import {
  notAfterItsDay,
  notBeforeItsDay,
  prosecutorIsKnown,
  prosecutorIsQualified,
  recorderHasAuthority,
  signerIsCompetent,
  unitOf,
  viDay,
} from '../authority.js';
import { dueOf, lateBy } from '../due.js';
import type { Reference } from '../reference/reference.js';
import { clockOf } from '../spells.js';
import { clockOfProtest, missingTrigger } from './clock.js';
import type { ProtestFact } from './facts.js';
import type { ProtestState } from './state.js';

type ProtestRule = Rule<ProtestState, ProtestFact, Reference>;
type ProtestGiven = Given<ProtestState, ProtestFact, Reference>;
type Issued = Extract<ProtestFact, { type: 'ProtestIssued' }>['data'];

const rule = (
  code: string,
  text: string,
  basis: string,
  broken: (given: ProtestGiven) => Finding | undefined,
): ProtestRule => ({
  code,
  text,
  basis,
  broken,
});

const issuing =
  (applies: (data: Issued) => boolean, broken: (data: Issued, given: ProtestGiven) => Finding | undefined) =>
  (given: ProtestGiven): Finding | undefined =>
    given.fact.type === 'ProtestIssued' && applies(given.fact.data) ? broken(given.fact.data, given) : undefined;

const late = (data: Issued, { reference }: ProtestGiven) => lateBy(clockOfProtest(data), data.on, reference.law);

const DAYS_OF_THE_PAST = ['pronouncedOn', 'receivedOn', 'groundKnownOn'];

export const impossible: readonly ProtestRule[] = [
  recorderHasAuthority,
  prosecutorIsKnown,
  rule(
    'level-required',
    'Kháng nghị phúc thẩm phải ghi cấp kháng nghị',
    'BLTTHS Điều 337; BLTTDS Điều 280; LTTHC Điều 213',
    issuing(
      ({ procedure, level }) => procedure === 'appellate' && level === undefined,
      () => ({ detail: 'Chưa ghi kháng nghị cùng cấp hay trên một cấp.', field: 'data.level' }),
    ),
  ),
  rule(
    'trigger-required',
    'Phải ghi ngày mà thời hạn kháng nghị tính từ đó',
    'BLTTHS Điều 337, 379, 401; BLTTDS Điều 280, 334, 355; LTTHC Điều 213, 263, 284',
    issuing(
      () => true,
      (data) => {
        const field = missingTrigger(data);
        return field === undefined
          ? undefined
          : { detail: 'Thiếu ngày để tính thời hạn kháng nghị.', field: `data.${field}` };
      },
    ),
  ),
  notAfterItsDay(DAYS_OF_THE_PAST),
  notBeforeItsDay(['sentOn']),
];

/** Who may protest by cassation or reopening sat in the superior procuracies until they ended on 30/06/2025. */
const CASSATION_LEVELS: readonly string[] = ['supreme', 'superior'];

export const unlawful: readonly ProtestRule[] = [
  signerIsCompetent,
  prosecutorIsQualified,
  rule(
    'criminal-protest-late',
    'Kháng nghị phúc thẩm hình sự trong thời hạn',
    'BLTTHS Điều 337',
    issuing(({ procedure, field }) => procedure === 'appellate' && field === 'criminal', late),
  ),
  rule(
    'civil-protest-late',
    'Kháng nghị phúc thẩm dân sự trong thời hạn',
    'BLTTDS Điều 280',
    issuing(({ procedure, field }) => procedure === 'appellate' && field === 'civil', late),
  ),
  rule(
    'administrative-protest-late',
    'Kháng nghị phúc thẩm hành chính trong thời hạn',
    'LTTHC Điều 213',
    issuing(({ procedure, field }) => procedure === 'appellate' && field === 'administrative', late),
  ),
  rule(
    'cassation-late',
    'Kháng nghị giám đốc thẩm trong thời hạn',
    'BLTTHS Điều 379; BLTTDS Điều 334; LTTHC Điều 263',
    issuing(({ procedure }) => procedure === 'cassation', late),
  ),
  rule(
    'reopening-late',
    'Kháng nghị tái thẩm trong thời hạn',
    'BLTTHS Điều 401; BLTTDS Điều 355; LTTHC Điều 284',
    issuing(({ procedure }) => procedure === 'reopening', late),
  ),
  rule(
    'late-protest-unexplained',
    'Kháng nghị quá hạn phải giải thích bằng văn bản và nêu rõ lý do',
    'BLTTDS Điều 280 khoản 3; LTTHC Điều 213 khoản 3',
    issuing(
      ({ procedure, field, explanationNo }) =>
        procedure === 'appellate' && field !== 'criminal' && explanationNo === undefined,
      (data, given) => late(data, given) && { detail: 'Kháng nghị quá hạn chưa có văn bản giải thích.' },
    ),
  ),
  rule(
    'cassation-by-lower-procuracy',
    'Kháng nghị giám đốc thẩm, tái thẩm do Viện trưởng VKSND tối cao (đến 30/6/2025: cả Viện trưởng VKSND cấp cao) ban hành',
    'BLTTHS Điều 373, 400; BLTTDS Điều 331, 354; LTTHC Điều 260, 283',
    issuing(
      ({ procedure }) => procedure !== 'appellate',
      (_, given) => {
        const unit = given.reference.units.get(unitOf(given));
        if (unit === undefined || CASSATION_LEVELS.includes(unit.level)) return undefined;
        return { detail: `${unit.name} không có thẩm quyền kháng nghị theo thủ tục này.` };
      },
    ),
  ),
  rule(
    'protest-sent-late',
    'Gửi kháng nghị cho Tòa án trong 02 ngày',
    'BLTTHS Điều 338 khoản 2',
    issuing(
      ({ procedure, field }) => procedure === 'appellate' && field === 'criminal',
      (data, { reference }) => lateBy(clockOf('protest.send', data.on), data.sentOn, reference.law),
    ),
  ),
  rule(
    'supplement-worsens',
    'Thay đổi, bổ sung kháng nghị không được làm xấu hơn tình trạng của bị cáo',
    'BLTTHS Điều 342 khoản 1',
    ({ state, fact }) =>
      fact.type === 'ProtestSupplemented' && state.field === 'criminal' && fact.data.worsens === true
        ? { detail: 'Nội dung bổ sung làm xấu hơn tình trạng của bị cáo.' }
        : undefined,
  ),
  rule(
    'supplement-beyond-scope',
    'Hết thời hạn kháng nghị, không bổ sung vượt quá phạm vi kháng nghị ban đầu',
    'BLTTDS Điều 284 khoản 2; LTTHC Điều 218',
    ({ state, fact, reference }) => {
      if (fact.type !== 'ProtestSupplemented' || state.field === 'criminal' || fact.data.beyondScope !== true)
        return undefined;
      const due = state.issue && dueOf(clockOfProtest(state.issue), reference.law)?.due;
      return due !== undefined && fact.data.on > due
        ? { detail: `Thời hạn kháng nghị đã hết ngày ${viDay(due)}.` }
        : undefined;
    },
  ),
];
