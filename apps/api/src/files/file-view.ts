import {
  effectiveHistory,
  judge,
  pendingCorrections,
  Rejection,
  stateOf,
  type Breach,
  type Position,
  type StoredEvent,
} from '#engine';
import {
  dutiesOf,
  isLinkFact,
  registerNamed,
  statusLabels,
  type AnyRegister,
  type FileState,
  type Reference,
} from '#casework';
import type { LawOfTheDay } from '../reference/law-of-the-day.js';
import { knownThen, type Moment } from './known-then.js';
import { spellView } from './open-due.js';
import type { FileName } from './registers.js';
import { timelineOf } from './timeline.js';

/** What is known of a file that came from the routes: its register, its id and its own events. */
export interface Dossier extends FileName {
  readonly raw: readonly StoredEvent[];
}

const judged = (register: AnyRegister, raw: readonly StoredEvent[], at: (position: Position) => Reference) => {
  const history = effectiveHistory(raw);
  try {
    return judge(register, history, at);
  } catch (error) {
    // A rule that came later may find a recorded fact impossible: the file is shown all the same.
    if (!(error instanceof Rejection)) throw error;
    return { state: stateOf(register, history), breaches: [] as readonly Breach[] };
  }
};

export const stateOfFile = ({ register, raw }: Dossier): FileState =>
  stateOf(registerNamed(register), effectiveHistory(raw));

/** The facts that a file's status leaves room for; whether the rules agree is told by trying. The other half of another file's fact is written with that one. */
const allowedIn = ({ catalogue }: AnyRegister, status: string) =>
  Object.entries(catalogue)
    .filter(([type, { from }]) => !isLinkFact(type) && (from.includes('*') || from.includes(status)))
    .map(([type]) => type);

/** All that a file's page shows, as it is now or as it was known at a moment. */
export const fileView = (dossier: Dossier, moment: Moment, law: LawOfTheDay) => {
  const register = registerNamed(dossier.register);
  const raw = knownThen(dossier.raw, moment);
  const last = raw.at(-1);
  const now = law.now();
  const thenAt = moment.position ?? (raw.length === dossier.raw.length ? law.timeline.position : last?.position);
  const then = thenAt === undefined ? now : law.at(thenAt);
  const { state, breaches } = judged(register, raw, law.at);
  const { trail = [], ...shown } = state;
  const { status, unit, number, title, assignee } = state;
  const spells = [...state.spells, ...dutiesOf(dossier.register, trail, law.at, thenAt ?? law.timeline.position)];
  const nameOf = (person: string) => now.people.get(person)?.name ?? person;
  return {
    register: dossier.register,
    id: dossier.id,
    number,
    title,
    unit,
    unitName: now.units.get(unit)?.name ?? unit,
    ...(assignee === undefined ? {} : { assignee, assigneeName: nameOf(assignee) }),
    status,
    statusLabel: statusLabels[dossier.register][status] ?? status,
    confidentiality: state.confidentiality,
    revision: last?.revision ?? -1,
    position: last?.position,
    state: shown,
    spells: spells.map((spell) => spellView(spell, then.law, (position) => law.at(position).law)),
    breaches,
    pendingCorrections: pendingCorrections(raw).map(({ requestedBy, ...pending }) => ({
      ...pending,
      requestedBy,
      requestedByName: nameOf(requestedBy),
    })),
    allowed: allowedIn(register, status),
    timeline: timelineOf(register.catalogue, raw, now.people),
  };
};
