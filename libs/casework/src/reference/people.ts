import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { choice, docNo, line, on, personId, unitCode } from '../fields.js';

/** Luật Tổ chức VKSND 2014 Điều 58, 62–68, 74–80, 90. */
export const personTitleLabels = {
  vienTruong: 'Viện trưởng',
  phoVienTruong: 'Phó Viện trưởng',
  kiemSatVien: 'Kiểm sát viên',
  kiemTraVien: 'Kiểm tra viên',
  thongKe: 'Thống kê viên',
  congChuc: 'Công chức khác',
} as const;
export type PersonTitle = keyof typeof personTitleLabels;

export const rankLabels = {
  toiCao: 'Kiểm sát viên VKSND tối cao',
  caoCap: 'Kiểm sát viên cao cấp',
  trungCap: 'Kiểm sát viên trung cấp',
  soCap: 'Kiểm sát viên sơ cấp',
} as const;

const basis = 'Luật Tổ chức VKSND 2014 Điều 58, 62–68, 74–80';

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const peopleFacts = {
  PersonAppointed: { label: { vi: 'Bổ nhiệm, phân công cán bộ', en: 'Person appointed' }, from: ['*'], basis, data: z.object({ on, personId: personId.meta({ title: 'Mã cán bộ' }), name: line('Họ và tên'), unit: unitCode, title: choice('Chức vụ', personTitleLabels), rank: choice('Ngạch kiểm sát viên', rankLabels).optional(), decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
  PersonLeft:      { label: { vi: 'Thôi giữ chức vụ', en: 'Person left' }, from: ['*'], basis, data: z.object({ on, personId: personId.meta({ title: 'Mã cán bộ' }), decisionNo: docNo.optional().meta({ title: 'Số quyết định' }) }) },
} as const satisfies Catalogue;
export type PersonFact = FactOf<typeof peopleFacts>;

/** One office of a person. On the day of a change both stand, and the newer counts. */
export interface Appointment {
  readonly unit: string;
  readonly title: PersonTitle;
  readonly rank?: keyof typeof rankLabels;
  readonly from: string;
  /** The last day; absent while it lasts. */
  readonly to?: string;
}

export interface Person {
  readonly personId: string;
  readonly name: string;
  /** The latest office. */
  readonly unit: string;
  readonly title: PersonTitle;
  /** All offices, oldest first. */
  readonly appointments: readonly Appointment[];
}

export type People = ReadonlyMap<string, Person>;

/** The person with a fact applied. @throws when someone leaves who was never appointed */
export const evolvePerson = (person: Person | undefined, fact: PersonFact): Person => {
  const { on: day, personId: id } = fact.data;
  const earlier = (person?.appointments ?? []).map((held) =>
    held.to === undefined && held.from <= day ? { ...held, to: day } : held,
  );
  if (fact.type === 'PersonLeft') {
    if (!person) throw new Error(`person ${id} left before being appointed`);
    return { ...person, appointments: earlier };
  }
  const { name, unit, title, rank } = fact.data;
  const office = { unit, title, ...(rank === undefined ? {} : { rank }), from: day };
  return { personId: id, name, unit, title, appointments: [...earlier, office] };
};

/** The office a person holds on a day; on the day of a change, the newer one. */
export const officeOn = ({ appointments }: Person, day: string): Appointment | undefined =>
  appointments.findLast(({ from, to }) => from <= day && (to === undefined || day <= to));

/** Viện trưởng or a Phó Viện trưởng: who may sign for the unit. */
export const leads = ({ title }: Pick<Appointment, 'title'>): boolean =>
  title === 'vienTruong' || title === 'phoVienTruong';
