import { officeOn } from '#casework';
import { Problem } from '../problem/problem.js';
import type { LawOfTheDay } from '../reference/law-of-the-day.js';

/**
 * Whoever an account or a token stands for works in its unit today: what is written with it bears their name.
 * Where no people are known at all there is nothing to check against.
 * @throws {Problem} 422
 */
export const demandOffice = (
  law: LawOfTheDay,
  { personId, unit }: { readonly personId: string; readonly unit: string },
  today: string,
): void => {
  const { people } = law.now();
  if (people.size === 0) return;
  const person = people.get(personId);
  const office = person && officeOn(person, today);
  if (office?.unit === unit) return;
  throw new Problem(422, 'no-such-office', 'Không xử lý được', {
    detail: person
      ? `${person.name} không công tác tại đơn vị này.`
      : `Không có cán bộ mã “${personId}” trong danh sách.`,
    field: person ? 'unit' : 'personId',
  });
};
