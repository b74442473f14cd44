import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { correctDay, DAY_KINDS, DAY_STATUSES, emptyCalendar, publishYear, type Calendar } from './calendar.js';
import { defineOffence, type Offences } from './offences.js';
import { emptySettings, settle, type Settings } from './settings.js';
import { SEVERITY, termSchema, type TermRow } from './term.js';

/** The law as data, folded from its reference facts. */
export interface Law {
  /** By code; of two rows for the same kind the one that came into force last stands. */
  readonly terms: ReadonlyMap<string, readonly TermRow[]>;
  readonly calendar: Calendar;
  readonly offences: Offences;
  readonly settings: Settings;
}

export const emptyLaw: Law = {
  terms: new Map(),
  calendar: emptyCalendar,
  offences: new Map(),
  settings: emptySettings,
};

const day = z.iso.date();
const on = day.meta({ title: 'Ngày' });

const specialDay = z.object({
  day: day.meta({ title: 'Ngày' }),
  kind: z.enum(DAY_KINDS).meta({ title: 'Loại ngày' }),
  name: z.string().meta({ title: 'Tên' }),
  basis: z.string().meta({ title: 'Căn cứ' }),
  status: z.enum(DAY_STATUSES).meta({ title: 'Tình trạng' }),
});

/** A special day, or `ordinary`: a day like any other of its week after all. */
const correctedDay = specialDay.extend({
  kind: z.enum([...DAY_KINDS, 'ordinary']).meta({ title: 'Loại ngày' }),
});

const offenceClause = z.object({
  clause: z.string().meta({ title: 'Khoản' }),
  preparation: z.boolean().meta({ title: 'Chuẩn bị phạm tội' }),
  max: z.string().meta({ title: 'Mức cao nhất của khung hình phạt' }),
  severity: SEVERITY.meta({ title: 'Phân loại tội phạm' }),
  status: z.enum(['confirmed', 'toBeConfirmed']).meta({ title: 'Tình trạng' }),
});

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const lawCatalogue = {
  TermEnacted:       { label: { vi: 'Ban hành thời hạn',              en: 'Term enacted' },       from: [], basis: 'Văn bản quy định thời hạn', data: z.object({ on, term: termSchema }) },
  CalendarPublished: { label: { vi: 'Công bố lịch nghỉ của năm',      en: 'Calendar published' }, from: [], basis: 'Bộ luật Lao động 45/2019/QH14 Điều 111, 112', data: z.object({ on, year: z.int(), complete: z.boolean(), days: z.array(specialDay), basis: z.string().optional() }) },
  CalendarDayCorrected: { label: { vi: 'Đính chính một ngày của lịch', en: 'Calendar day corrected' }, from: [], basis: 'Bộ luật Lao động 45/2019/QH14 Điều 111, 112', data: z.object({ on, year: z.int(), ...correctedDay.shape }) },
  OffenceDefined:    { label: { vi: 'Quy định tội danh',              en: 'Offence defined' },    from: [], basis: 'BLHS Điều 9', data: z.object({ on, article: z.string(), name: z.string(), clauses: z.array(offenceClause), validFrom: day, validTo: day.optional(), basis: z.string().optional(), note: z.string().optional() }) },
  CountingSettled:   { label: { vi: 'Chọn cách hiểu để tính thời hạn', en: 'Counting settled' },  from: [], basis: 'BLTTHS Điều 134', data: z.object({ on, point: z.string(), question: z.string(), readings: z.tuple([z.string(), z.string()]), reading: z.union([z.literal(1), z.literal(2)]), validFrom: day, source: z.string(), note: z.string().optional() }) },
} as const satisfies Catalogue;

export type LawFact = FactOf<typeof lawCatalogue>;

const enact = (terms: Law['terms'], row: TermRow): Law['terms'] => {
  const others = (terms.get(row.code) ?? []).filter(
    ({ kind, validFrom }) => kind !== row.kind || validFrom !== row.validFrom,
  );
  const rows = [...others, row].sort((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0));
  return new Map(terms).set(row.code, rows);
};

/**
 * The law after one more reference fact. A year published again replaces the former with all its corrections; a row of a
 * term, an offence or a setting replaces the one with the same first day.
 */
export const evolveLaw = (law: Law, fact: LawFact): Law => {
  switch (fact.type) {
    case 'TermEnacted':
      return { ...law, terms: enact(law.terms, fact.data.term) };
    case 'CalendarPublished': {
      const { on: _, ...year } = fact.data;
      return { ...law, calendar: publishYear(law.calendar, year) };
    }
    case 'CalendarDayCorrected': {
      const { on: _, year, ...day } = fact.data;
      return { ...law, calendar: correctDay(law.calendar, year, day) };
    }
    case 'OffenceDefined': {
      const { on: _, ...offence } = fact.data;
      return { ...law, offences: defineOffence(law.offences, offence) };
    }
    case 'CountingSettled': {
      const { on: _, ...setting } = fact.data;
      return { ...law, settings: settle(law.settings, setting) };
    }
  }
};
