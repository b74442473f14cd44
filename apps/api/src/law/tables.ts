import type { StoredEvent } from '#engine';
import {
  addDays,
  dayNumber,
  isOff,
  isProvisional,
  offenceRows,
  searchOffences,
  settingOn,
  weekday,
  withoutMarks,
  type Law,
  type LawFact,
  type OffenceRow,
  type Setting,
  type TermRow,
} from '#law';
import { enactments, followed } from './history.js';

/** The law as last heard of, with what its streams tell of how it came about. */
export interface LawTold {
  readonly law: Law;
  readonly history: (stream: string) => readonly StoredEvent[];
  readonly nameOf: (person: string) => string;
  /** What a release says otherwise of rows that the office itself enacted. */
  readonly setAside: readonly LawFact[];
}

const isInForce = ({ validFrom, validTo }: Pick<TermRow, 'validFrom' | 'validTo'>, day: string) =>
  validFrom <= day && (validTo === undefined || day < validTo);

const found = (words: readonly string[], { code, kind, label, basis }: TermRow) => {
  const text = withoutMarks([code, kind ?? '', label, basis].join(' '));
  return words.every((word) => text.includes(word));
};

const byKind = (rows: readonly TermRow[]): readonly (readonly TermRow[])[] => {
  const kinds = new Map<string, TermRow[]>();
  for (const row of rows) kinds.set(row.kind ?? '', [...(kinds.get(row.kind ?? '') ?? []), row]);
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known);
};

/**
 * The table of terms as it stands on a day: each code and kind once, with the row in force, if there is one, the rows to
 * come, and how all of them came about.
 */
export const termsOn = ({ law, history, nameOf, setAside }: LawTold, day: string, query: string) => {
  const words = withoutMarks(query).split(/\s+/u).filter(Boolean);
  return [...law.terms.entries()].flatMap(([code, all]) => {
    const stream = history(`term-${code}`);
    return byKind(all).flatMap((rows) => {
      const [latest] = rows;
      const row = rows.find((known) => isInForce(known, day));
      if (!latest || !found(words, row ?? latest)) return [];
      const told = enactments<{ term: TermRow }>(stream, nameOf).filter(({ data }) => data.term.kind === latest.kind);
      return [
        {
          code,
          ...(latest.kind === undefined ? {} : { kind: latest.kind }),
          revision: stream.length - 1,
          ...(row ? { row } : {}),
          toCome: rows.filter(({ validFrom }) => validFrom > day),
          released: setAside.flatMap((fact) =>
            fact.type === 'TermEnacted' && fact.data.term.code === code && fact.data.term.kind === latest.kind
              ? [fact.data.term]
              : [],
          ),
          history: told.map(({ data, ...one }) => ({
            ...one,
            row: data.term,
            read: followed(told.filter((other) => other.data.term.validFrom === data.term.validFrom))?.id === one.id,
          })),
        },
      ];
    });
  });
};

/** Every day of a year: worked or not, why, on what basis, and whether that may still change. */
export const calendarOf = ({ law: { calendar }, history, nameOf }: LawTold, year: number) => {
  const known = calendar.years.get(year);
  const stream = history(`calendar-${year}`);
  const days = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const number = dayNumber(day);
    const special = known?.days.find((one) => one.day === day);
    days.push({
      day,
      weekday: weekday(number),
      working: !isOff(calendar, number),
      provisional: isProvisional(calendar, number),
      ...(special ? { kind: special.kind, name: special.name, basis: special.basis, status: special.status } : {}),
    });
  }
  return {
    year,
    published: known !== undefined,
    provisional: known?.complete !== true,
    ...(known?.basis === undefined ? {} : { basis: known.basis }),
    revision: stream.length - 1,
    days,
    history: enactments(stream, nameOf),
  };
};

/** The open points with both readings: which is followed on a day, since when, on what source. */
export const settingsOn = ({ law: { settings }, history, nameOf }: LawTold, day: string) =>
  [...new Set(settings.all.map(({ point }) => point))].sort(byNumber).flatMap((point) => {
    const rows = settings.all.filter((known) => known.point === point).toReversed();
    const [latest] = rows;
    if (!latest) return [];
    const stream = history(`setting-${point}`);
    const { question, readings } = latest;
    return [
      {
        point,
        question,
        readings,
        revision: stream.length - 1,
        inForce: settingOn(settings, point, day),
        toCome: rows.filter(({ validFrom }) => validFrom > day),
        history: enactments<Setting>(stream, nameOf).map(({ data, ...one }) => ({ ...one, row: data })),
      },
    ];
  });

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** The offences found as they stand on a day, with all their rows and how they came about. */
export const offencesOn = (
  { law: { offences }, history, nameOf }: LawTold,
  query: string,
  { day, most }: { readonly day: string; readonly most: number },
) => {
  const all = searchOffences(offences, query, day);
  return {
    total: all.length,
    rows: all.slice(0, most).map((row) => {
      const stream = history(`offence-${row.article}`);
      return {
        ...row,
        revision: stream.length - 1,
        others: offenceRows(offences, row.article)
          .filter(({ validFrom }) => validFrom !== row.validFrom)
          .map(({ validFrom, note }) => ({ validFrom, ...(note === undefined ? {} : { note }) })),
        history: enactments<OffenceRow>(stream, nameOf).map(({ data: { validFrom, basis, note }, ...one }) => ({
          ...one,
          validFrom,
          ...(basis === undefined ? {} : { basis }),
          ...(note === undefined ? {} : { note }),
        })),
      };
    }),
  };
};

/** What a release says otherwise of rows that the office itself enacted, in words: it isn't followed until it is taken up. */
export const setAsideOf = ({ setAside }: LawTold) =>
  setAside.map((fact) => {
    switch (fact.type) {
      case 'TermEnacted': {
        const { label, basis, validFrom } = fact.data.term;
        return { tab: 'thoi-han', name: label, validFrom, basis };
      }
      case 'CalendarPublished':
      case 'CalendarDayCorrected':
        return { tab: 'lich', name: `Lịch năm ${fact.data.year}`, basis: fact.data.basis ?? '' };
      case 'OffenceDefined': {
        const { article, name, validFrom, basis = '' } = fact.data;
        return { tab: 'toi-danh', name: `Điều ${article} – ${name}`, validFrom, basis };
      }
      case 'CountingSettled': {
        const { point, question, validFrom, source } = fact.data;
        return { tab: 'cach-hieu', name: `Điểm ${point}: ${question}`, validFrom, basis: source };
      }
    }
  });
