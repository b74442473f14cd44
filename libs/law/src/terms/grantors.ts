import type { Grantor } from '../term.js';

const REFORM = '2025-07-01';
const before = { validFrom: '2018-01-01', validTo: REFORM, status: 'confirmed' } as const;
/** There is no district level any more; the text of Luật 99/2025/QH15 has not been read. */
const after = {
  validFrom: REFORM,
  status: 'toBeConfirmed',
  note: 'từ 01/7/2025 không còn cấp huyện; chưa đối chiếu Luật 99/2025/QH15, Thông tư 02/2025/TT-VKSTC',
} as const;
type Level = Grantor['level'];

/** The same division on both sides of the reform, with the region in the place of the district. */
const grantors = (basis: string, supremeBasis: string, own: Level, ownNow: Level, province: Level): Grantor[] => [
  { ...before, body: 'district', level: own, basis },
  { ...before, body: 'province', level: province, basis },
  { ...before, body: 'ministry', level: 'supreme', basis: supremeBasis },
  { ...after, body: 'regional', level: ownNow, basis },
  { ...after, body: 'province', level: province, basis },
  { ...after, body: 'ministry', level: 'supreme', basis: supremeBasis },
];

const investigation = (own: Level, ownNow: Level, province: Level) =>
  grantors('BLTTHS Điều 172 khoản 5', 'BLTTHS Điều 172 khoản 6', own, ownNow, province);

/** BLTTHS Điều 172 khoản 5, 6: the first, second and third extension of an investigation. */
export const investigationGrantors: readonly [Grantor[], Grantor[], Grantor[]] = [
  investigation(
    { I: 'district', N: 'district', R: 'district', D: 'provincial' },
    { I: 'regional', N: 'regional', R: 'regional', D: 'provincial' },
    'provincial',
  ),
  investigation(
    { N: 'district', R: 'provincial', D: 'provincial' },
    { N: 'regional', R: 'provincial', D: 'provincial' },
    { N: 'provincial', R: 'provincial', D: 'provincial' },
  ),
  investigation({ D: 'supreme' }, { D: 'supreme' }, { D: 'supreme' }),
];

/** BLTTHS Điều 172 khoản 3: the head of the supreme procuracy, whoever investigates. */
export const headOfTheSupreme: Grantor[] = grantors(
  'BLTTHS Điều 172 khoản 3',
  'BLTTHS Điều 172 khoản 3',
  'supreme',
  'supreme',
  'supreme',
);

const detention = (own: Level, ownNow: Level, province: Level) =>
  grantors('BLTTHS Điều 173 khoản 3', 'BLTTHS Điều 173 khoản 4', own, ownNow, province);

/** BLTTHS Điều 173 khoản 3, 4: the first and the second extension of detention for investigation. */
export const detentionGrantors: readonly [Grantor[], Grantor[]] = [
  detention(
    { I: 'district', N: 'district', R: 'district' },
    { I: 'regional', N: 'regional', R: 'regional' },
    'provincial',
  ),
  detention({ D: 'provincial' }, { D: 'provincial' }, { D: 'provincial' }),
];
