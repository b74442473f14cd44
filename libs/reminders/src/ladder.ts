import { addDays, addWorkingDays, type Calendar } from '#law';

/** In what capacity somebody is reminded. */
export const ADDRESSEES = ['assignee', 'unitHead', 'upperHead'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export const addresseeLabels: Readonly<Record<Addressee, string>> = {
  assignee: 'Người được phân công',
  unitHead: 'Lãnh đạo đơn vị',
  upperHead: 'Lãnh đạo đơn vị cấp trên',
};

/** One step of the escalation: on which day, seen from the due date, it is reached, and whom it addresses. */
export interface Rung {
  /** Lasting: it stands in the events. */
  readonly code: string;
  readonly label: string;
  /** Days after the due date; before it, when negative. */
  readonly days: number;
  readonly counting: 'workingDays' | 'days';
  readonly to: Addressee;
}

/** The steps for due dates from a day on, the lowest first. */
export interface Ladder {
  readonly validFrom: string;
  readonly rungs: readonly Rung[];
}

/**
 * The steps that come with a release; no law sets them. Those before a due date count working days, so that nobody hears
 * of Monday's deadline on a Sunday, or of one after Tết only in the holidays; those after it count every day, as the law
 * does once a term has run out. Another ladder for later due dates is another row.
 */
// prettier-ignore
export const ladders: readonly Ladder[] = [
  { validFrom: '2016-01-01', rungs: [
    { code: 'before3',   label: 'Trước hạn 3 ngày làm việc',            days: -3, counting: 'workingDays', to: 'assignee' },
    { code: 'before1',   label: 'Trước hạn 1 ngày làm việc',            days: -1, counting: 'workingDays', to: 'assignee' },
    { code: 'overdue',   label: 'Quá hạn',                              days: 1,  counting: 'days',        to: 'assignee' },
    { code: 'unitHead',  label: 'Quá hạn 3 ngày, báo lãnh đạo đơn vị',  days: 3,  counting: 'days',        to: 'unitHead' },
    { code: 'upperHead', label: 'Quá hạn 7 ngày, báo đơn vị cấp trên',  days: 7,  counting: 'days',        to: 'upperHead' },
  ] },
];

/** The ladder for a due date; none before the first began. */
export const ladderFor = (dueOn: string, given = ladders): Ladder | undefined =>
  given.findLast(({ validFrom }) => validFrom <= dueOn);

/** What a step is called, also one of an older ladder. */
export const rungLabel = (code: string, given = ladders): string =>
  given.flatMap(({ rungs }) => rungs).findLast((rung) => rung.code === code)?.label ?? code;

/** The day on which a step of a due date is reached. */
export const dayOfRung = ({ days, counting }: Rung, dueOn: string, calendar: Calendar): string =>
  counting === 'days' ? addDays(dueOn, days) : addWorkingDays(calendar, dueOn, days);

/** The last due date of which a step may have been reached by a day. */
export const horizonOf = (day: string, calendar: Calendar, given = ladders): string => {
  const ahead = Math.max(0, ...given.flatMap(({ rungs }) => rungs.map(({ days }) => -days)));
  const [plain, working] = [addDays(day, ahead), addWorkingDays(calendar, day, ahead)];
  return plain > working ? plain : working;
};
