import type { Role, Who } from './roles.js';

const everyone = ['prosecutor', 'unitHead', 'statisticsClerk', 'supervisor', 'auditor', 'administrator'] as const;
const readers = ['prosecutor', 'unitHead', 'statisticsClerk', 'supervisor', 'auditor'] as const;
const recorders = ['prosecutor', 'unitHead', 'statisticsClerk'] as const;

/**
 * Everything that can be asked of the program, and which roles may at all. A route names one of these or is refused.
 * The auditor reads and writes nothing; the administrator keeps the keys and sees no file.
 */
// prettier-ignore
export const actions = {
  'session.read':        everyone,
  'catalogue.read':      everyone,
  'reference.read':      everyone,
  'files.read':          readers,
  'files.search':        readers,
  'files.record':        recorders,
  'work.read':           readers,
  'corrections.request': recorders,
  'corrections.decide':  ['unitHead', 'supervisor'],
  'indicators.read':     readers,
  'indicators.export':   readers,
  'live.read':           everyone,
  'notices.read':        readers,
  'notices.acknowledge': readers,
  'profile.manage':      everyone,
  'calendar.manage':     readers,
  'tokens.manage':       ['administrator'],
  'accounts.manage':     ['administrator'],
  'law.read':            everyone,
  'law.enact':           ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Action = keyof typeof actions;

/** What is asked about, as far as it is known when the question is put. */
export interface Subject {
  readonly unit?: string;
  /** 0: others may view and edit; 1: view only; 2: neither. */
  readonly confidentiality?: 0 | 1 | 2;
  /** The person in charge of the file, for whom it is never closed. */
  readonly assignee?: string | undefined;
}

/** The tree of units of the day: whether `unit` is `ancestor` or stands below it. */
export type Within = (unit: string, ancestor: string) => boolean;

/** What takes a person's own judgement: no machine decides it in their name. */
const BY_A_PERSON: readonly Action[] = [
  'corrections.decide',
  'tokens.manage',
  'accounts.manage',
  'notices.acknowledge',
  'profile.manage',
  'calendar.manage',
  'law.enact',
];
const WRITES: readonly Action[] = ['files.record', 'corrections.request'];
const SEES_SEALED: readonly Role[] = ['unitHead', 'supervisor', 'auditor'];
const EDITS_CLOSED: readonly Role[] = ['unitHead'];

const hasAny = (who: Who, roles: readonly Role[]) => who.roles.some((role) => roles.includes(role));

/**
 * The one policy: every route, list, count, export and stream asks it. No by default.
 * Without a unit it answers whether the action is open to the role at all; with one, whether in that unit.
 */
export const may = (
  who: Who,
  action: Action,
  { unit, confidentiality = 0, assignee }: Subject,
  within: Within,
): boolean => {
  if (!hasAny(who, actions[action])) return false;
  if (who.via === 'token' && BY_A_PERSON.includes(action)) return false;
  if (unit !== undefined && !within(unit, who.unit)) return false;
  if (assignee !== undefined && assignee === who.personId) return true;
  if (confidentiality === 2 && !hasAny(who, SEES_SEALED)) return false;
  if (confidentiality >= 1 && WRITES.includes(action) && !hasAny(who, EDITS_CLOSED)) return false;
  return true;
};
