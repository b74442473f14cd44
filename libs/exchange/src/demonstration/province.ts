import type { StreamFacts } from '#engine';
import { inventedName } from './names.js';
import { randomFrom } from './random.js';

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  /** Short sign in document numbers, e.g. KV3. */
  readonly sign: string;
  readonly head: string;
  readonly deputy: string;
  readonly prosecutors: readonly string[];
  /** How much work it has, 1 being the average. */
  readonly weight: number;
}

export interface DemoAccount {
  readonly username: string;
  readonly personId: string;
  readonly roles: readonly string[];
  readonly unit: string;
}

export interface Province {
  readonly root: DemoUnit;
  /** The units that have files of their own. */
  readonly units: readonly DemoUnit[];
  /** Reference facts that establish units and appoint people. */
  readonly reference: readonly StreamFacts[];
  readonly accounts: readonly DemoAccount[];
}

const REGIONS = 28;
const ROOT = 'tinh-minh-hoa';

/**
 * The demonstration province: one provincial procuracy and 28 regional ones, all invented and marked so.
 * @param since the day from which all of it exists, YYYY-MM-DD
 */
export const demonstrationProvince = (seed: number, since: string): Province => {
  const random = randomFrom(seed);
  const reference: StreamFacts[] = [];
  const appoint = (personId: string, unit: string, title: string) => {
    const data = { on: since, personId, name: inventedName(random), unit, title };
    reference.push({
      stream: `person-${personId}`,
      facts: [{ type: 'PersonAppointed', data }] as StreamFacts['facts'],
    });
    return personId;
  };
  const establish = (code: string, name: string, level: string, parent?: string) => {
    const data = { on: since, code, name, level, ...(parent ? { parent } : {}), invented: true, status: 'invented' };
    reference.push({ stream: `unit-${code}`, facts: [{ type: 'UnitEstablished', data }] as StreamFacts['facts'] });
  };
  const staffed = (code: string, name: string, sign: string, prosecutors: number, weight: number): DemoUnit => ({
    code,
    name,
    sign,
    head: appoint(`${code}-vt`, code, 'vienTruong'),
    deputy: appoint(`${code}-pvt`, code, 'phoVienTruong'),
    prosecutors: Array.from({ length: prosecutors }, (_, i) => appoint(`${code}-ksv${i + 1}`, code, 'kiemSatVien')),
    weight,
  });
  const rootName = 'Viện kiểm sát nhân dân tỉnh Minh Hoạ (giả định)';
  establish(ROOT, rootName, 'provincial');
  const root = staffed(ROOT, rootName, 'VKST', 8, 1.5);
  const regions = Array.from({ length: REGIONS }, (_, i) => {
    const code = `khu-vuc-${i + 1}-minh-hoa`;
    const name = `Viện kiểm sát nhân dân khu vực ${i + 1} (giả định)`;
    establish(code, name, 'regional', ROOT);
    return staffed(code, name, `KV${i + 1}`, random.whole(4, 7), 0.6 + random.next() * 0.8);
  });
  const [first = root] = regions;
  appoint(`${ROOT}-tk`, ROOT, 'thongKe');
  appoint(`${ROOT}-ttr`, ROOT, 'kiemTraVien');
  appoint(`${ROOT}-qt`, ROOT, 'congChuc');
  const account = (username: string, personId: string, role: string, unit: string): DemoAccount => ({
    username,
    personId,
    roles: [role],
    unit,
  });
  return {
    root,
    units: [root, ...regions],
    reference,
    accounts: [
      account('kiemsatvien', first.prosecutors[0] ?? first.head, 'prosecutor', first.code),
      account('vientruong', first.head, 'unitHead', first.code),
      account('thongke', `${ROOT}-tk`, 'statisticsClerk', ROOT),
      account('thanhtra', `${ROOT}-ttr`, 'auditor', ROOT),
      account('lanhdao', root.head, 'supervisor', ROOT),
      account('quantri', `${ROOT}-qt`, 'administrator', ROOT),
    ],
  };
};
