import { isProvisional, reasonOff } from './calendar.js';
import type { Clock, Severity } from './clock.js';
import { dayText, isInstant, yearOf } from './dates.js';
import { extensionSteps } from './derivation-extensions.js';
import { openPointSteps } from './derivation-open-points.js';
import { dueOf, runUnderLaw, STANDING_STILL } from './due-date.js';
import type { Law } from './law.js';
import type { Run } from './running.js';
import type { Step } from './step.js';
import { lengthFor } from './term-in-force.js';
import { lengthInWords, momentInWords } from './wording.js';

const CLASSES: Readonly<Record<Severity, string>> = {
  I: 'tội phạm ít nghiêm trọng',
  N: 'tội phạm nghiêm trọng',
  R: 'tội phạm rất nghiêm trọng',
  D: 'tội phạm đặc biệt nghiêm trọng',
};

const COUNTING_BASIS = 'BLTTHS Điều 134 khoản 1';
const CIVIL_COUNTING_BASIS = 'Bộ luật Dân sự Điều 147, 148';
const CUSTODY_BASIS = 'BLTTHS Điều 117 khoản 2, Điều 118 khoản 1, Điều 134 khoản 1';

const countingBasis = ({ row }: Run): string => {
  if (row.counting === 'custody') return CUSTODY_BASIS;
  return /^(BLTTHS|TTLT)/u.test(row.basis) ? COUNTING_BASIS : CIVIL_COUNTING_BASIS;
};

const start = ({ trigger, severity }: Clock, { row }: Run): Step => {
  const uncounted = row.counting === 'ordinary' || row.counting === 'workingDays';
  const from = row.counting === 'before' ? 'tính ngược từ' : 'tính từ';
  const class_ =
    severity !== undefined && !('days' in row.lengths || 'months' in row.lengths) ? `, ${CLASSES[severity]}` : '';
  return {
    text:
      `${row.label}${class_}: ${from} ${row.runsFrom}, ${momentInWords(trigger)}` +
      `${uncounted ? '; ngày này không tính vào thời hạn' : ''}.`,
    basis: row.basis,
    date: trigger,
  };
};

const firstLength = (judgedRun: Run): Step => {
  const { row, way, first, firstEnd } = judgedRun;
  const how =
    row.counting === 'detention'
      ? ', mỗi tháng tính 30 ngày, ngày đầu được tính'
      : way.unit === 'ms'
        ? ', tính liên tục theo giờ'
        : '';
  const end = way.text(firstEnd);
  if (row.counting === 'before')
    return {
      text: `Trước ${lengthInWords(first)}: chậm nhất ngày ${momentInWords(end)}.`,
      basis: row.basis,
      date: end,
    };
  return { text: `Thời hạn ${lengthInWords(first)}${how}: hết ${momentInWords(end)}.`, basis: row.basis, date: end };
};

/** The longer term that took the place of the shorter one, or why it did not. */
const prolongation = ({ prolongation: longer, term, kind }: Clock, { row }: Run): readonly Step[] => {
  if (longer === undefined) return [];
  const taken = row.code === (longer.term ?? term) && row.kind === (longer.kind ?? kind);
  const head = `Kéo dài thời hạn theo quyết định ngày ${momentInWords(longer.decidedOn)}`;
  const text = taken
    ? `${head}: tính theo thời hạn dài hơn, vẫn từ ngày bắt đầu.`
    : `${head}: quyết định sau khi thời hạn đã hết, không kéo dài thời hạn.`;
  return [{ text, basis: row.basis, date: longer.decidedOn }];
};

const changes = (judgedRun: Run, clock: Clock, law: Law): readonly Step[] => {
  const { row, way, shifts, suspendedSince } = judgedRun;
  const { reclassifications = [] } = clock;
  const stops = row.suspension?.basis ?? row.basis;
  return [
    ...extensionSteps(clock, law, judgedRun),
    ...reclassifications.map(({ on, severity }) => {
      const length = lengthFor(row.lengths, severity);
      const now = length ? `, thời hạn đầu ${lengthInWords(length)}` : '';
      return {
        text: `Từ ngày ${momentInWords(on)} là ${CLASSES[severity]}${now}.`,
        basis: 'BLHS Điều 9; BLTTHS Điều 172 khoản 4',
        date: on,
      };
    }),
    ...shifts.map(({ suspension: { from, to = '' }, days }) => ({
      text: `Tạm dừng từ ngày ${momentInWords(from)} đến ngày ${momentInWords(to)}: ${days} ngày không tính vào thời hạn.`,
      basis: stops,
    })),
    ...(suspendedSince === undefined
      ? []
      : [
          {
            text: `Đang tạm dừng từ ngày ${momentInWords(suspendedSince)}: thời hạn không chạy.`,
            basis: stops,
            date: suspendedSince,
          },
        ]),
    ...(way.unit === 'day' ? rolled(judgedRun, law) : []),
  ];
};

const rolled = (judgedRun: Run, { calendar }: Law): readonly Step[] => {
  const { nominal, due, floor, row, way, readings } = judgedRun;
  const basis = countingBasis(judgedRun);
  const swaps = readings.get('A9') !== 2;
  const fixed = row.counting === 'hours' || row.counting === 'custody' || row.counting === 'detention';
  if (row.counting === 'before')
    return due === nominal
      ? []
      : [
          {
            text: `Ngày đó là ngày nghỉ: ngày làm việc liền trước là ${momentInWords(way.text(due))}.`,
            basis,
            date: way.text(due),
          },
        ];
  if (fixed) return [{ text: 'Thời hạn này không lùi khi hết vào ngày nghỉ.', basis }];
  if (due === nominal) return [];
  const date = way.text(due);
  if (due === floor)
    return [
      { text: `Thời hạn của loại tội phạm mới đã qua: hạn là ngày đổi loại, ${momentInWords(date)}.`, basis, date },
    ];
  const off: string[] = [];
  for (let day = nominal; day < due; day += 1)
    off.push(`${momentInWords(dayText(day))} (${reasonOff(calendar, day, swaps) ?? ''})`);
  return [
    {
      text: `Ngày cuối là ngày nghỉ: ${off.join(', ')}; ngày làm việc tiếp theo là ${momentInWords(date)}.`,
      basis,
      date,
    },
  ];
};

/** The days whose place in the calendar the date rests on and which may still change. */
const undecided = ({ row, way, nominal, due }: Run, { calendar }: Law): readonly number[] => {
  const first = row.counting === 'workingDays' ? way.start : Math.min(nominal, due);
  const days: number[] = [];
  for (let day = first; day <= Math.max(nominal, due); day += 1) if (isProvisional(calendar, day)) days.push(day);
  return days;
};

const provisional = (judgedRun: Run, law: Law): readonly Step[] => {
  const { way, due } = judgedRun;
  if (way.unit !== 'day' || !way.provisional()) return [];
  const basis = 'Bộ luật Lao động 45/2019/QH14 Điều 112';
  const days = undecided(judgedRun, law);
  const proposals = days.flatMap((day) => {
    const special = law.calendar.byDay.get(day);
    return special?.status === 'unverified' ? [{ text: `Tạm tính: ${special.name}.`, basis: special.basis }] : [];
  });
  const years = new Set(days.map(yearOf).filter((year) => law.calendar.years.get(year)?.complete !== true));
  const steps = [
    ...proposals,
    ...[...years].map((year) => ({ text: `Tạm tính: lịch nghỉ năm ${year} chưa được quyết định đủ.`, basis })),
  ];
  return steps.length > 0
    ? steps
    : [{ text: 'Tạm tính: ngày nghỉ ở một thời hạn trước đó chưa được quyết định.', basis, date: way.text(due) }];
};

const uncertain = (judgedRun: Run, law: Law): readonly Step[] => {
  const { row } = judgedRun;
  const steps = [...provisional(judgedRun, law)];
  if (row.status === 'toBeConfirmed')
    steps.push({ text: `Thời hạn này chờ xác nhận${row.note ? `: ${row.note}` : ''}.`, basis: row.basis });
  return steps;
};

/**
 * Why the due date is what it is, step by step with articles: start, term, extensions, changes of class, suspensions, days
 * off, what is uncertain or open, and the result last.
 * @throws UnknownTerm when no row of the law gives the clock a length
 */
export const derive = (clock: Clock, law: Law): readonly Step[] => {
  const judgedRun = runUnderLaw(clock, law);
  const { due } = dueOf(judgedRun);
  const result: Step =
    due === STANDING_STILL
      ? { text: 'Chưa có hạn: thời hạn đang tạm dừng.', basis: judgedRun.row.suspension?.basis ?? judgedRun.row.basis }
      : {
          text: `Hạn: ${isInstant(due) ? '' : 'hết ngày '}${momentInWords(due)}.`,
          basis: countingBasis(judgedRun),
          date: due,
        };
  return [
    start(clock, judgedRun),
    firstLength(judgedRun),
    ...prolongation(clock, judgedRun),
    ...changes(judgedRun, clock, law),
    ...uncertain(judgedRun, law),
    ...openPointSteps(clock, law, judgedRun),
    result,
  ];
};
