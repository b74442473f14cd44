import { leads, officeOn, unitsAbove, worksOn, type People, type Person, type Reference } from '#casework';
import type { Addressee } from './ladder.js';

/** Who is reached in which capacity on one day. Made once a day: it looks through all people. */
export interface Command {
  /** Whether somebody holds an office. True of everybody where no people are known at all. */
  readonly atWork: (personId: string) => boolean;
  /** The head of a unit (or of who took over from it), else a deputy, else the next above; absent when there is none. */
  readonly headFrom: (unit: string, level: 0 | 1) => string | undefined;
}

/** A head before a deputy, then who was appointed first. */
const before = ([, a]: readonly [Person, Rank], [, b]: readonly [Person, Rank]) =>
  a.deputy !== b.deputy ? Number(a.deputy) - Number(b.deputy) : a.from < b.from ? -1 : a.from > b.from ? 1 : 0;

interface Rank {
  readonly deputy: boolean;
  readonly from: string;
}

const headsOn = (people: People, day: string): ReadonlyMap<string, string> => {
  const leaders = new Map<string, [Person, Rank][]>();
  for (const person of people.values()) {
    const office = officeOn(person, day);
    if (!office || !leads(office)) continue;
    const rank = { deputy: office.title !== 'vienTruong', from: office.from };
    const known = leaders.get(office.unit);
    if (known) known.push([person, rank]);
    else leaders.set(office.unit, [[person, rank]]);
  }
  return new Map([...leaders].map(([unit, found]) => [unit, found.sort(before)[0]?.[0].personId ?? '']));
};

/** The chain of command as it stands on a day. */
export const commandOn = ({ people, units }: Pick<Reference, 'people' | 'units'>, day: string): Command => {
  const heads = headsOn(people, day);
  return {
    atWork: (personId) => {
      if (people.size === 0) return true;
      const person = people.get(personId);
      return person !== undefined && officeOn(person, day) !== undefined;
    },
    headFrom: (unit, level) => {
      const line = [...unitsAbove(units, unit, day)].filter((code) => {
        const known = units.get(code);
        return known !== undefined && worksOn(known, day);
      });
      for (const code of line.slice(level)) {
        const head = heads.get(code);
        if (head !== undefined) return head;
      }
      return undefined;
    },
  };
};

interface Owned {
  readonly unit: string;
  readonly assignee?: string;
}

/**
 * Who hears of an item. Without somebody in charge, or when they have left, the head of the unit does; without a head,
 * the next one above.
 */
export const addresseeOf = (
  to: Addressee,
  { unit, assignee }: Owned,
  { atWork, headFrom }: Command,
): { readonly to: string; readonly addressee: Addressee } | undefined => {
  if (to === 'assignee' && assignee !== undefined && atWork(assignee)) return { to: assignee, addressee: to };
  const head = headFrom(unit, to === 'upperHead' ? 1 : 0);
  return head === undefined ? undefined : { to: head, addressee: to === 'assignee' ? 'unitHead' : to };
};
