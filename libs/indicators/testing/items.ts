import fc from 'fast-check';
import type { Item, ItemDocket } from '../src/item.js';

const DAY = 86_400_000;

/** Days of two work years, so that periods, carried-over items and the year before all occur. */
export const anyDay = (from = '2024-12-01', to = '2026-11-30'): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: (Date.parse(to) - Date.parse(from)) / DAY })
    .map((days) => new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10));

const later = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The outcomes and kinds that each docket knows. */
const words: Readonly<Record<ItemDocket, { readonly outcomes: readonly string[]; readonly kinds: readonly string[] }>> =
  {
    crimeReport: { outcomes: ['initiated', 'notInitiated', 'transferred', 'suspended'], kinds: ['denunciation'] },
    investigation: {
      outcomes: ['concluded', 'terminated', 'suspended', 'transferred', 'joined'],
      kinds: ['first', 'resumed', 'supplementaryByCourt'],
    },
    prosecution: { outcomes: ['prosecuted', 'returned', 'terminated', 'suspended', 'transferred'], kinds: ['first'] },
    court: { outcomes: ['judged', 'returned', 'withdrawn', 'terminated', 'suspended'], kinds: ['first'] },
    accused: {
      outcomes: ['sameClause', 'otherClause', 'lighterOffence', 'heavierOffence', 'acquitted', 'partlyAcquitted'],
      kinds: ['173', '249'],
    },
    return: {
      outcomes: ['grounded', 'ungrounded'],
      kinds: ['procuracy', 'presidingJudge', 'panel', 'procuracyForCourt'],
    },
    protest: {
      outcomes: ['accepted', 'partlyAccepted', 'rejected', 'withdrawn', 'proceedingsTerminated'],
      kinds: ['criminal', 'civil', 'administrative'],
    },
    recommendation: {
      outcomes: ['accepted', 'partlyAccepted', 'rejected', 'withdrawn'],
      kinds: ['remedial', 'preventive', 'request'],
    },
    petition: {
      outcomes: ['resolved', 'forwarded', 'filed', 'duplicate', 'withdrawn'],
      kinds: ['complaint', 'denunciation', 'request', 'feedback'],
    },
    duty: { outcomes: ['done', 'lapsed', 'moot', 'transferred'], kinds: ['case.decideCharge'] },
    breach: { outcomes: [], kinds: ['crimeReport.late', 'investigation.late'] },
  };

const dockets = Object.keys(words) as ItemDocket[];

/**
 * Items as a projection could write them: some open, some closed before their due date and some after, due dates that
 * moved, several spells of one file. `id` is unique within a list made by `someItems`.
 */
export const anyItem = ({ units = ['u1', 'u2', 'u3'] }: { readonly units?: readonly string[] } = {}) =>
  fc
    .record({
      docket: fc.constantFrom(...dockets),
      unit: fc.constantFrom(...units),
      file: fc.integer({ min: 1, max: 12 }).map((n) => `file-${n}`),
      openedOn: anyDay(),
      term: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
      extended: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 2 }),
      lasted: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
      doneAfter: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 6 }),
      pick: fc.nat(),
      subject: fc.constantFrom('a1', 'a2', undefined),
      breaches: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ docket, unit, file, openedOn, term, extended, lasted, doneAfter, pick, subject, breaches }): Item => {
      const { outcomes, kinds } = words[docket];
      const closedOn = lasted === undefined || outcomes.length === 0 ? undefined : later(openedOn, lasted);
      const first = term === undefined ? undefined : later(openedOn, term);
      const dues =
        first === undefined || extended.length === 0
          ? []
          : [
              { from: openedOn, due: first },
              ...extended.map((days, i) => ({
                from: later(openedOn, (i + 1) * 5),
                due: later(
                  first,
                  extended.slice(0, i + 1).reduce((sum, more) => sum + more, 0),
                ),
              })),
            ];
      const dueOn = dues.at(-1)?.due ?? first;
      const doneOn = doneAfter === undefined ? undefined : later(openedOn, doneAfter);
      const done = doneOn ?? closedOn;
      const outcome = outcomes[pick % Math.max(1, outcomes.length)];
      const kind = kinds[pick % kinds.length];
      return {
        docket,
        id: `${file}/${docket}-${pick}`,
        file,
        unit,
        openedOn,
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(closedOn === undefined || outcome === undefined ? {} : { closedOn, outcome }),
        ...(doneOn === undefined ? {} : { doneOn }),
        ...(dueOn === undefined || done === undefined ? {} : { onTime: done <= dueOn }),
        ...(kind === undefined ? {} : { kind }),
        ...(subject === undefined ? {} : { subject }),
        dues,
        breaches,
        attributes: {},
        evidence: [],
      };
    });

/** Lists of items, each id once. */
export const someItems = (
  options?: Parameters<typeof anyItem>[0] & { readonly maxLength?: number },
): fc.Arbitrary<readonly Item[]> =>
  fc.uniqueArray(anyItem(options), { selector: ({ id }) => id, maxLength: options?.maxLength ?? 60 });
