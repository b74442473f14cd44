import type { Clock, Severity } from './clock.js';
import { dayOfMoment } from './dates.js';
import { authorityInWords, whoMayGrant } from './extending-authority.js';
import type { Law } from './law.js';
import { extensionLeft } from './extension-left.js';
import type { Judged, Run } from './running.js';
import { settingOn } from './settings.js';
import type { Step } from './step.js';
import type { ExtensionRule } from './term.js';
import { lengthInWords, momentInWords } from './wording.js';

/** The class of the offence on a day. */
const severityOn = ({ severity, reclassifications = [] }: Clock, day: string): Severity | undefined =>
  reclassifications.findLast(({ on }) => on <= day)?.severity ?? severity;

const extension = ({ way, row }: Run, judged: Judged, index: number): Step => {
  const { extension: asked, rule, accepted, late, overCeilingBy, requestedTooLate, before, after } = judged;
  const head = `Gia hạn lần ${index + 1} theo quyết định ngày ${momentInWords(asked.decidedOn)}, ${lengthInWords(asked.length)}`;
  const basis = rule?.basis ?? row.basis;
  const [from, to] = [way.text(before), way.text(after)];
  if (late)
    return {
      text: `${head}: quyết định sau khi thời hạn đã hết (${momentInWords(from)}), không kéo dài thời hạn.`,
      basis,
      date: from,
    };
  if (!rule) return { text: `${head}: luật không cho gia hạn thêm, không kéo dài thời hạn.`, basis, date: from };
  const over =
    overCeilingBy > 0 ? `, vượt mức luật cho ${overCeilingBy} ngày nên chỉ tính ${lengthInWords(accepted)}` : '';
  const asking =
    requestedTooLate && asked.requestedOn !== undefined
      ? `; đề nghị ngày ${momentInWords(asked.requestedOn)} là chậm so với quy định (trước khi hết hạn ${rule.requestDaysBefore ?? 0} ngày)`
      : '';
  return { text: `${head}${over}: hết ${momentInWords(to)}${asking}.`, basis, date: to };
};

/** Which procuracy may extend on the day of the decision, where the row says. */
const authority = (clock: Clock, rule: ExtensionRule, nth: number, on: string): readonly Step[] => {
  const authorities = whoMayGrant(rule, severityOn(clock, on), on);
  if (authorities.length === 0) return [];
  const unread = authorities.find(({ confirmed }) => !confirmed);
  const doubt = unread ? ` Chờ xác nhận${unread.note === undefined ? '' : `: ${unread.note}`}.` : '';
  return [
    {
      text: `Thẩm quyền gia hạn lần ${nth} vào ngày ${momentInWords(on)}: ${authorityInWords(authorities)}.${doubt}`,
      basis: [...new Set(authorities.map(({ basis }) => basis))].join('; '),
    },
  ];
};

/** What may still be granted, and until when to ask by both readings of open point A5. */
const stillOpen = (clock: Clock, law: Law, judgedRun: Run): readonly Step[] => {
  const left = judgedRun.suspendedSince === undefined ? extensionLeft(law, judgedRun) : undefined;
  if (!left) return [];
  const { rule, max, requestBy } = left;
  const asking = requestBy === undefined ? '' : `; đề nghị chậm nhất ngày ${momentInWords(requestBy)}`;
  const open: Step = {
    text: `Luật còn cho gia hạn không quá ${lengthInWords(max)} (${rule.grantedBy})${asking}.`,
    basis: rule.basis,
    ...(requestBy === undefined ? {} : { date: requestBy }),
  };
  const reading = judgedRun.readings.get('A5') ?? 1;
  const readings = new Map(judgedRun.readings).set('A5', reading === 1 ? 2 : 1);
  const other = extensionLeft(law, { ...judgedRun, readings })?.requestBy;
  if (other === undefined || other === requestBy) return [open];
  const setting = settingOn(law.settings, 'A5', dayOfMoment(clock.trigger));
  const words = setting
    ? ` (${setting.question}): đang theo "${setting.readings[reading - 1]}"; nếu theo "${setting.readings[2 - reading]}"`
    : ': theo cách hiểu kia';
  return [
    open,
    {
      text: `Điểm A5 chưa thống nhất${words} thì đề nghị chậm nhất ngày ${momentInWords(other)}.`,
      basis: setting?.source ?? rule.basis,
      date: other,
      point: 'A5',
    },
  ];
};

/** Each extension as the law judges it, who could grant it, and what the law still leaves. */
export const extensionSteps = (clock: Clock, law: Law, judgedRun: Run): readonly Step[] => [
  ...judgedRun.judged.flatMap((one, index) => [
    extension(judgedRun, one, index),
    ...(one.rule ? authority(clock, one.rule, index + 1, dayOfMoment(one.extension.decidedOn)) : []),
  ]),
  ...stillOpen(clock, law, judgedRun),
];
