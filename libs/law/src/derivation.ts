import { isProvisional, reasonOff } from './calendar.js';
import type { Clock, Severity } from './clock.js';
import { dayOfMoment, dayText, isInstant, yearOf } from './dates.js';
import { dueOf, FOREVER, runUnderLaw, STANDING_STILL } from './due-date.js';
import type { Law } from './law.js';
import type { Judged, Run } from './running.js';
import { settingOn, type Reading } from './settings.js';
import { lengthFor } from './term-in-force.js';
import { CONTINGENT_POINTS, COUNTED_POINTS } from './open-points.js';
import { lengthInWords, momentInWords } from './wording.js';

/** One step of why a due date is what it is. */
export interface Step {
  /** In Vietnamese. */
  readonly text: string;
  /** The article it stands on. */
  readonly basis: string;
  /** The day or instant it leads to. */
  readonly date?: string;
  /** The open point of the law it names. */
  readonly point?: string;
}

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
  const class_ =
    severity !== undefined && !('days' in row.lengths || 'months' in row.lengths) ? `, ${CLASSES[severity]}` : '';
  return {
    text:
      `${row.label}${class_}: tính từ ${row.runsFrom}, ${momentInWords(trigger)}` +
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

const changes = (judgedRun: Run, { reclassifications = [] }: Clock, law: Law): readonly Step[] => {
  const { row, way, judged, shifts, suspendedSince } = judgedRun;
  const stops = row.suspension?.basis ?? row.basis;
  return [
    ...judged.map((one, index) => extension(judgedRun, one, index)),
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

const uncertain = (judgedRun: Run, { calendar }: Law): readonly Step[] => {
  const { row, way, nominal, due } = judgedRun;
  const steps: Step[] = [];
  if (way.unit === 'day' && way.provisional()) {
    const days = [nominal, due].filter((day) => isProvisional(calendar, day));
    const proposal = days.map((day) => calendar.byDay.get(day)).find((special) => special?.status === 'unverified');
    steps.push(
      proposal
        ? { text: `Tạm tính: ${proposal.name}.`, basis: proposal.basis }
        : {
            text: `Tạm tính: lịch nghỉ năm ${yearOf(days[0] ?? due)} chưa được quyết định đủ.`,
            basis: 'Bộ luật Lao động 45/2019/QH14 Điều 112',
          },
    );
  }
  if (row.status === 'toBeConfirmed')
    steps.push({ text: `Thời hạn này chờ xác nhận${row.note ? `: ${row.note}` : ''}.`, basis: row.basis });
  return steps;
};

/** Each open point whose other reading gives another date, and those named by the row that no count can show. */
const openPoints = (clock: Clock, law: Law, judgedRun: Run): readonly Step[] => {
  const day = dayOfMoment(clock.trigger);
  const { readings, row, due: dueNow, way } = judgedRun;
  const shown = (point: string) => {
    const reading: Reading = readings.get(point) ?? 1;
    const setting = settingOn(law.settings, point, day);
    const [followed, other] = [setting?.readings[reading - 1], setting?.readings[2 - reading]];
    return {
      reading,
      setting,
      followed: followed ?? `cách hiểu ${reading}`,
      other: other ?? `cách hiểu ${3 - reading}`,
    };
  };
  const counted = COUNTED_POINTS.flatMap((point): readonly Step[] => {
    const { reading, setting, followed, other } = shown(point);
    const alternative = runUnderLaw(clock, law, FOREVER, new Map(readings).set(point, reading === 1 ? 2 : 1));
    const date = dueOf(alternative).due;
    if (date === way.text(dueNow) || judgedRun.suspendedSince !== undefined) return [];
    const question = setting ? ` (${setting.question})` : '';
    return [
      {
        text: `Điểm ${point} chưa thống nhất${question}: đang theo "${followed}"; nếu theo "${other}" thì hạn là ${momentInWords(date)}.`,
        basis: setting?.source ?? row.basis,
        date,
        point,
      },
    ];
  });
  const named = (row.openPoints ?? [])
    .filter((point) => !COUNTED_POINTS.includes(point) && !CONTINGENT_POINTS.includes(point))
    .flatMap((point): readonly Step[] => {
      const { setting, followed, other } = shown(point);
      if (!setting) return [];
      return [
        {
          text: `Điểm ${point} chưa thống nhất (${setting.question}): đang theo "${followed}"; cách khác: "${other}".`,
          basis: setting.source,
          point,
        },
      ];
    });
  return [...counted, ...named];
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
    ...openPoints(clock, law, judgedRun),
    result,
  ];
};
