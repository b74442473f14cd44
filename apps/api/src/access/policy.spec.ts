import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actions, may, type Action, type Subject } from './policy.js';
import { ROLES, type Role, type Who } from './roles.js';

/** province > region-1, region-2 */
const within = (unit: string, ancestor: string) => unit === ancestor || ancestor === 'province';

const person = (role: Role, unit = 'region-1', personId = 'p-1'): Who => ({
  username: personId,
  personId,
  unit,
  roles: [role],
  via: 'session',
});

const anyAction = fc.constantFrom(...(Object.keys(actions) as Action[]));
const anyRole = fc.constantFrom(...ROLES);
const anyUnit = fc.constantFrom('province', 'region-1', 'region-2');
const anySubject: fc.Arbitrary<Subject> = fc.record(
  {
    unit: anyUnit,
    confidentiality: fc.constantFrom(0 as const, 1 as const, 2 as const),
    assignee: fc.constantFrom('p-1', 'p-2'),
  },
  { requiredKeys: [] },
);

describe('the policy', () => {
  it('never lets anyone out of their own unit and below', () => {
    fc.assert(
      fc.property(anyRole, anyAction, anyUnit, anySubject, (role, action, home, subject) => {
        const out = subject.unit !== undefined && !within(subject.unit, home);
        expect(out && may(person(role, home), action, subject, within)).toBe(false);
      }),
    );
  });

  it('never lets a role do what its action isn’t open to', () => {
    fc.assert(
      fc.property(anyRole, anyAction, anySubject, (role, action, subject) => {
        const open = (actions[action] as readonly Role[]).includes(role);
        expect(!open && may(person(role), action, subject, within)).toBe(false);
      }),
    );
  });

  it('lets no machine decide on a correction, nor make accounts or tokens, nor change the law, whatever its roles', () => {
    const machine: Who = { ...person('unitHead'), roles: [...ROLES], via: 'token' };
    const decisions: readonly Action[] = [
      'corrections.decide',
      'tokens.manage',
      'accounts.manage',
      'notices.acknowledge',
      'profile.manage',
      'calendar.manage',
      'law.enact',
    ];
    const refused = (Object.keys(actions) as Action[]).filter((action) => !may(machine, action, {}, within));
    expect(refused.sort()).toEqual([...decisions].sort());
  });

  it('allows less, never more, the more confidential a file is', () => {
    fc.assert(
      fc.property(anyRole, anyAction, anySubject, (role, action, subject) => {
        const [open, viewOnly, sealed] = ([0, 1, 2] as const).map((confidentiality) =>
          may(person(role), action, { ...subject, confidentiality }, within),
        );
        expect((viewOnly && !open) || (sealed && !viewOnly)).toBe(false);
      }),
    );
  });

  it('shows a sealed file to who has it in hand and to who leads or inspects, not to colleagues', () => {
    const sealed = { unit: 'region-1', confidentiality: 2, assignee: 'p-9' } as const;
    expect(may(person('prosecutor', 'region-1', 'p-9'), 'files.read', sealed, within)).toBe(true);
    expect(may(person('unitHead'), 'files.read', sealed, within)).toBe(true);
    expect(may(person('auditor', 'province'), 'files.read', sealed, within)).toBe(true);
    expect(may(person('prosecutor'), 'files.read', sealed, within)).toBe(false);
    expect(may(person('statisticsClerk'), 'files.read', sealed, within)).toBe(false);
  });

  it('lets others look at a view-only file but not write in it', () => {
    const viewOnly = { unit: 'region-1', confidentiality: 1, assignee: 'p-9' } as const;
    expect(may(person('prosecutor'), 'files.read', viewOnly, within)).toBe(true);
    expect(may(person('prosecutor'), 'files.record', viewOnly, within)).toBe(false);
    expect(may(person('prosecutor', 'region-1', 'p-9'), 'files.record', viewOnly, within)).toBe(true);
  });
});
