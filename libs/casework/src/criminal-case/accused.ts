import type { Recorded } from '#engine';
import type { Charge } from '../fields.js';
import { openSpell, withClosed, withOpened } from '../spells.js';
import { dayOn } from './stages.js';
import type { Accused, AccusedStatus, CaseFile, StoppedBy } from './state.js';

/** The proceedings against them go on. */
export const isActive = ({ status }: Accused): boolean =>
  status === 'charged' || status === 'concluded' || status === 'indicted';

export const accusedById = ({ accused }: Pick<CaseFile, 'accused'>, id: string): Accused | undefined =>
  accused.find((one) => one.id === id);

const unheardOf = (id: string, day: string): Accused => ({
  id,
  name: id,
  status: 'charged',
  chargedOn: day,
  isJuvenile: false,
  isLegalEntity: false,
  charges: [],
  approval: 'pending',
  verdicts: [],
});

/** The file with some accused changed; one it hadn't heard of (loaded in mid-life) is added. */
export const withAccused = <F extends CaseFile>(
  file: F,
  recorded: Recorded,
  ids: readonly string[],
  change: (one: Accused) => Accused,
): F => {
  const named = new Set(ids);
  const known = file.accused.map((one) => (named.has(one.id) ? change(one) : one));
  for (const id of named) if (!accusedById(file, id)) known.push(change(unheardOf(id, dayOn(recorded))));
  return titled({ ...file, accused: known });
};

/** The file with every accused still in the proceedings put in one status. */
export const withActive = <F extends CaseFile>(file: F, status: AccusedStatus): F => ({
  ...file,
  accused: file.accused.map((one) => (isActive(one) ? { ...one, status } : one)),
});

/** The accused a fact is about: those it names, or everyone still in the proceedings. */
export const inScope = (file: CaseFile, ids: readonly string[] | undefined): readonly string[] =>
  ids ?? file.accused.filter(isActive).map(({ id }) => id);

/** Whom a resumption brings back: those it names, or everyone whom the same body stopped. */
export const toResume = (file: CaseFile, ids: readonly string[] | undefined, by: StoppedBy): readonly string[] => {
  if (ids) return ids;
  const stopped = file.accused.filter(({ stoppedBy }) => stoppedBy === by);
  const suspended = stopped.filter(({ status }) => status === 'suspended');
  return (suspended.length > 0 ? suspended : stopped).map(({ id }) => id);
};

/** The proceedings against some stopped; who was indicted and is now out of it leaves the docket of accused. */
export const stoppedFor = <F extends CaseFile>(
  file: F,
  recorded: Recorded,
  ids: readonly string[],
  status: 'suspended' | 'terminated' | 'withdrawn' | 'annulled',
  by: StoppedBy,
  ground?: string,
): F => {
  const stopped = withAccused(file, recorded, ids, (one) => ({
    ...one,
    status,
    stoppedBy: by,
    ...(ground === undefined ? {} : { ground }),
  }));
  if (status === 'suspended') return stopped;
  return {
    ...stopped,
    spells: ids.reduce((spells, id) => withClosed(spells, recorded, 'accused', 'withdrawn', id), stopped.spells),
  };
};

/** The proceedings against some taken up again. */
export const resumedFor = <F extends CaseFile>(
  file: F,
  recorded: Recorded,
  ids: readonly string[],
  status: 'charged' | 'concluded' | 'indicted',
): F =>
  withAccused(file, recorded, ids, (one) => {
    const { stoppedBy: _, ground: __, ...rest } = one;
    return { ...rest, status };
  });

/** The article a figure is counted under: the charge that the paper names first, its gravest. */
const headline = (charges: readonly Charge[]): string => charges[0]?.article ?? '';

/** An accused put in the docket of accused by an indictment; a newer one takes the place of the older. */
export const docketedAccused = <F extends CaseFile>(
  file: F,
  recorded: Recorded,
  id: string,
  charges: readonly Charge[],
): F => {
  const free = openSpell(file.spells, 'accused', id)
    ? withClosed(file.spells, recorded, 'accused', 'replaced', id)
    : file.spells;
  const assigned = file.assignee === undefined ? {} : { assignee: file.assignee };
  return {
    ...file,
    spells: withOpened(free, recorded, {
      docket: 'accused',
      unit: file.unit,
      subject: id,
      kind: headline(charges),
      ...assigned,
    }),
  };
};

/** The line people know the case by: who is accused, and under which articles. */
const titled = <F extends CaseFile>(file: F): F => {
  const [first, ...others] = file.accused.filter(({ status }) => status !== 'annulled');
  const articles = [...new Set((first?.charges.length ? first.charges : file.charges).map(({ article }) => article))];
  const offence = articles.length === 0 ? '' : `Điều ${articles.join(', ')} BLHS`;
  const who = first ? (others.length === 0 ? first.name : `${first.name} và ${others.length} bị can khác`) : 'Vụ án';
  return { ...file, title: offence === '' ? who : `${who} – ${offence}` };
};

export const withTitle = titled;
