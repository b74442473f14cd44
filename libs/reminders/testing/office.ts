import { evolvePerson, evolveUnit, type People, type UnitTree } from '#casework';
import { emptyCalendar, publishYear, type Calendar } from '#law';

const unit = (code: string, parent?: string) =>
  evolveUnit(undefined, {
    type: 'UnitEstablished',
    data: { on: '2020-01-01', code, name: code, level: 'regional', ...(parent === undefined ? {} : { parent }) },
  });

const person = (
  personId: string,
  home: string,
  title: 'vienTruong' | 'phoVienTruong' | 'kiemSatVien',
  on = '2020-01-01',
) => evolvePerson(undefined, { type: 'PersonAppointed', data: { on, personId, name: personId, unit: home, title } });

/** A region under a province, each with its heads, and two prosecutors, one of whom has left. */
export const units: UnitTree = new Map(
  [unit('tinh'), unit('khu-vuc', 'tinh'), unit('khong-lanh-dao', 'tinh')].map((one) => [one.code, one]),
);

const left = evolvePerson(person('nghi-viec', 'khu-vuc', 'kiemSatVien'), {
  type: 'PersonLeft',
  data: { on: '2026-01-31', personId: 'nghi-viec' },
});

export const people: People = new Map(
  [
    person('ksv', 'khu-vuc', 'kiemSatVien'),
    person('pho', 'khu-vuc', 'phoVienTruong', '2019-01-01'),
    person('truong', 'khu-vuc', 'vienTruong'),
    person('pho-tinh', 'tinh', 'phoVienTruong'),
    left,
  ].map((one) => [one.personId, one]),
);

/** Weekends, and Tết from Monday 16 to Friday 20 February 2026. */
export const calendar: Calendar = publishYear(emptyCalendar, {
  year: 2026,
  complete: true,
  days: ['16', '17', '18', '19', '20'].map((day) => ({
    day: `2026-02-${day}`,
    kind: 'holiday' as const,
    name: 'Tết Nguyên đán',
    basis: 'Bộ luật Lao động 45/2019/QH14 Điều 112',
    status: 'sourced' as const,
  })),
});
