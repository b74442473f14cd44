import { readFileSync } from 'node:fs';
import { releasedLaw } from '#law';
import { referenceOf, type ReferenceFact } from './index.js';

const data = (name: string): string => readFileSync(new URL(`../../law/data/${name}`, import.meta.url), 'utf8');

const unit = (code: string, level: string, parent?: string): ReferenceFact => ({
  stream: `unit-${code}`,
  type: 'UnitEstablished',
  data: { on: '2010-01-01', code, name: `VKSND ${code}`, level, ...(parent ? { parent } : {}), invented: true },
});

const person = (personId: string, unitCode: string, title: string): ReferenceFact => ({
  stream: `person-${personId}`,
  type: 'PersonAppointed',
  data: { on: '2010-01-01', personId, name: `Cán bộ ${personId}`, unit: unitCode, title },
});

/** The released law, with a province of two regional units and a district of former times, and a few people. */
export const specReference = () =>
  referenceOf([
    ...releasedLaw({ holidays: data('holidays.tsv'), offences: data('offences.tsv') }),
    unit('toi-cao', 'supreme'),
    unit('tinh-1', 'provincial', 'toi-cao'),
    unit('kv-1', 'regional', 'tinh-1'),
    unit('kv-2', 'regional', 'tinh-1'),
    unit('huyen-1', 'district', 'tinh-1'),
    person('ksv-1', 'kv-1', 'kiemSatVien'),
    person('ksv-2', 'kv-2', 'kiemSatVien'),
    person('ksv-0', 'huyen-1', 'kiemSatVien'),
    person('pvt-1', 'kv-1', 'phoVienTruong'),
    person('vt-1', 'kv-1', 'vienTruong'),
    person('vt-2', 'kv-2', 'vienTruong'),
    person('ksv-t', 'tinh-1', 'kiemSatVien'),
  ]);
