import { dayOf } from '#engine';
import type { Clock, Law, TermRow } from '#law';
import type { Mark, Spell } from '../file.js';
import { clockOf } from '../spells.js';
import { isInForce, type Start } from './starts.js';

/** Something to be done in time because of a fact, as a row of the law says (việc phải làm trong hạn). */
export interface Duty extends Spell {
  readonly docket: 'duty';
  /** What is to be done. */
  readonly label: string;
  readonly clock: Clock;
  /** The last day that the decision itself sets, where it sets one. */
  readonly until?: string;
  /** It came with the file from another unit. */
  readonly movedIn: boolean;
}

/** A duty while the file is gone through. */
export interface Running {
  readonly duty: Duty;
  readonly start: Start;
  /** How many units have had it. */
  readonly stays: number;
}

type Data = Readonly<Record<string, unknown>>;

export const dataOf = ({ fact }: Mark): Data => fact.data;

/** A field as text; nothing where it is empty or holds something else. */
export const textIn = (data: Data, field: string | undefined): string | undefined => {
  const value = field === undefined ? undefined : data[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
};

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Whom or what a fact is about: by a field of its own, or of each line of a list (the accused of an indictment). */
const subjectsIn = (data: Data, field: string | undefined): readonly (string | undefined)[] => {
  const own = textIn(data, field);
  if (field === undefined || own !== undefined) return [own];
  const lines = Object.values(data).flatMap((value) => (Array.isArray(value) ? value.filter(isData) : []));
  const listed = lines.flatMap((line) => textIn(line, field) ?? []);
  return listed.length === 0 ? [undefined] : [...new Set(listed)];
};

/** Whether a fact says of whom or what a duty is, or says nothing of it. */
export const isAbout = (data: Data, { start }: Start, subject: string | undefined): boolean => {
  if (start.same === undefined || subject === undefined) return true;
  return subjectsIn(data, start.same).some((named) => named === undefined || named === subject);
};

/** Whether a fact says what is asked of it. */
export const says = (data: Data, asked: Data = {}): boolean =>
  Object.entries(asked).every(([field, value]) => data[field] === value);

const applies = (mark: Mark, { start }: Start) =>
  says(dataOf(mark), start.when) && (start.inStatus?.includes(mark.status) ?? true);

const goesBySeverity = ({ lengths }: TermRow) => ['I', 'N', 'R', 'D'].some((severity) => severity in lengths);

/** What an earlier fact about the same person says that the term goes by. */
const kindOf = ({ row, start }: Start, subject: string | undefined, known: readonly Mark[]): string | undefined => {
  const { kinds = {}, same } = start;
  if (subject === undefined || same === undefined) return row.kind;
  const about = known.filter(({ fact }) => textIn(fact.data, same) === subject);
  const field = Object.keys(kinds).find((name) => about.some((mark) => dataOf(mark)[name] === true));
  return field === undefined ? row.kind : kinds[field];
};

const clockFor = ({ row }: Start, { severity }: Mark, trigger: string, kind: string | undefined): Clock =>
  clockOf(row.code, trigger, {
    ...(kind === undefined ? {} : { kind }),
    ...(severity === undefined || !goesBySeverity(row) ? {} : { severity }),
  });

/** Whom or what it is about as people know it: an accused by name, a decision by its number. */
const called = (field: string | undefined, subject: string | undefined, trail: readonly Mark[]): string => {
  if (subject === undefined) return '';
  const naming = trail.find(({ fact }) => textIn(fact.data, field) === subject && 'name' in fact.data);
  return ` (${(naming && textIn(naming.fact.data, 'name')) ?? subject})`;
};

/** The duties that a fact of a trail opens, one for each whom it is about. */
export const openedBy = (start: Start, trail: readonly Mark[], at: number, terms: Law['terms']): readonly Running[] => {
  const [before, mark] = [trail[at - 1], trail[at]];
  if (mark === undefined) return [];
  const data = dataOf(mark);
  const { id, fact } = mark;
  const { row } = start;
  const handsOver = before !== undefined && before.unit !== '' && before.unit !== mark.unit;
  // What a transfer asks for is asked of the unit that hands over.
  const { unit, assignee } = handsOver ? before : mark;
  const trigger = textIn(data, start.start.from) ?? fact.data.on;
  if (!applies(mark, start) || !isInForce(terms, row, trigger.slice(0, 10))) return [];
  const until = textIn(data, start.start.until);
  const code = row.kind === undefined ? row.code : `${row.code}/${row.kind}`;
  return subjectsIn(data, start.start.same).map((subject) => ({
    start,
    stays: 1,
    duty: {
      docket: 'duty',
      key: ['duty', code, id, ...(subject === undefined || textIn(data, start.start.same) ? [] : [subject])].join('-'),
      unit,
      openedOn: dayOf(fact),
      clock: clockFor(start, mark, trigger, kindOf(start, subject, trail.slice(0, at + 1))),
      kind: code,
      label: row.label + called(start.start.same, subject, trail),
      movedIn: false,
      ...(until === undefined ? {} : { until }),
      ...(subject === undefined ? {} : { subject }),
      ...(assignee === undefined ? {} : { assignee }),
      evidence: [id],
    },
  }));
};
