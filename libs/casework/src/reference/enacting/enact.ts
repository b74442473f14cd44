import type { Command, CommandContext, Fact, ReferenceAt, Revision } from '#engine';
import { lawOf } from '../precedence.js';
import type { Reference } from '../reference.js';
import { correctCalendarDay, publishCalendar, type DayAsked, type YearAsked } from './calendar.js';
import type { Enacted, Given } from './given.js';
import { defineArticle, type OffenceAsked } from './offence.js';
import { settlePoint, type SettingAsked } from './setting.js';
import { enactTerm, type TermAsked } from './term.js';

/** What an administrator asks of the law as data. */
export type LawAsked =
  | { readonly kind: 'term'; readonly data: TermAsked }
  | { readonly kind: 'year'; readonly data: YearAsked }
  | { readonly kind: 'day'; readonly data: DayAsked }
  | { readonly kind: 'setting'; readonly data: SettingAsked }
  | { readonly kind: 'offence'; readonly data: OffenceAsked };

/** What changed, or would: nothing when it stands so already. */
export interface LawAnswer {
  readonly already: boolean;
  readonly row: unknown;
  /** The row with the same first day, or the former state of a day or year. */
  readonly replaces?: unknown;
  /** The row that stands until then. */
  readonly follows?: unknown;
}

export interface LawCommand {
  readonly asked: LawAsked;
  readonly context: CommandContext;
  readonly referenceAt: ReferenceAt<Reference>;
  /** The day in Vietnam, YYYY-MM-DD. */
  readonly today: string;
  /** The revision of the row's stream that the caller saw (If-Match). */
  readonly ifRevision?: Revision;
}

/** The stream of reference data that a row belongs to. */
export const streamOfLaw = ({ kind, data }: LawAsked): string => {
  switch (kind) {
    case 'term':
      return `term-${data.term.code}`;
    case 'year':
    case 'day':
      return `calendar-${data.year}`;
    case 'setting':
      return `setting-${data.point}`;
    case 'offence':
      return `offence-${data.article}`;
  }
};

const decided = ({ kind, data }: LawAsked, given: Given): Enacted<unknown> => {
  switch (kind) {
    case 'term':
      return enactTerm(data, given);
    case 'year':
      return publishCalendar(data, given);
    case 'day':
      return correctCalendarDay(data, given);
    case 'setting':
      return settlePoint(data, given);
    case 'offence':
      return defineArticle(data, given);
  }
};

/** As JSON carries it: what was left out isn't there. */
const plain = (facts: readonly Fact[]): readonly Fact[] => JSON.parse(JSON.stringify(facts)) as readonly Fact[];

/**
 * A change of the law as data: one fact in the row's own stream, at exactly the revision it was decided on, once however
 * often it is sent.
 * @throws {Rejection} from its `decide`
 */
export const lawCommand = ({ asked, context, referenceAt, today, ifRevision }: LawCommand): Command<LawAnswer> => {
  const stream = streamOfLaw(asked);
  return {
    streams: [stream],
    content: asked,
    context,
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories) => {
      const own = lawOf(histories.get(stream) ?? []);
      const { facts, ...answer } = decided(asked, { own, reference: referenceAt(context.reference), today });
      return { writes: [{ stream, facts: plain(facts) }], answer: { already: facts.length === 0, ...answer } };
    },
  };
};
