import { readFileSync } from 'node:fs';
import { testLog } from '#test';
import { appendAll, eventsOf, type CommandContext } from '#engine';
import { releasedLaw } from '#law';
import { sha256 } from '../../apps/api/src/digest.js';

export const PROVINCE = 'tinh-thu';
export const REGION = 'khu-vuc-1';
export const OTHER_REGION = 'khu-vuc-2';

const context: CommandContext = {
  commandId: '00000000-0000-8000-8000-0000000000aa',
  actor: 'release',
  unit: PROVINCE,
  recordedAt: '2024-01-01T00:00:00.000Z',
  reference: '0'.repeat(20),
};

const unit = (code: string, name: string, level: string, parent?: string) => ({
  stream: `unit-${code}`,
  type: 'UnitEstablished',
  data: { on: '2020-01-01', code, name, level, ...(parent ? { parent } : {}), invented: true },
});

const person = (personId: string, name: string, home: string, title: string) => ({
  stream: `person-${personId}`,
  type: 'PersonAppointed',
  data: { on: '2020-01-01', personId, name, unit: home, title },
});

const own = [
  unit(PROVINCE, 'VKSND tỉnh Thử', 'provincial'),
  unit(REGION, 'VKSND khu vực 1', 'regional', PROVINCE),
  unit(OTHER_REGION, 'VKSND khu vực 2', 'regional', PROVINCE),
  person('p-ksv', 'Nguyễn Văn Kiểm', REGION, 'kiemSatVien'),
  person('p-ksv2', 'Trần Thị Sát', OTHER_REGION, 'kiemSatVien'),
  person('p-truong', 'Lê Văn Trưởng', REGION, 'vienTruong'),
  person('p-pho', 'Phạm Thị Phó', REGION, 'phoVienTruong'),
  person('p-thongke', 'Vũ Văn Kê', REGION, 'thongKe'),
  person('p-lanhdao', 'Đỗ Thị Lãnh', PROVINCE, 'phoVienTruong'),
  person('p-thanhtra', 'Hồ Văn Tra', PROVINCE, 'kiemTraVien'),
  person('p-quantri', 'Bùi Văn Trị', PROVINCE, 'congChuc'),
];

const law = () =>
  releasedLaw({
    holidays: readFileSync('libs/law/data/holidays.tsv', 'utf8'),
    offences: readFileSync('libs/law/data/offences.tsv', 'utf8'),
  });

/** An invented province of two regions, eight people, and the law as released. */
export const appendReference = async (writerUrl: string): Promise<void> => {
  const log = await testLog(writerUrl);
  const streams = new Map<string, { type: string; data: { on: string } }[]>();
  for (const { stream, type, data } of [...law(), ...own]) {
    const facts = streams.get(stream) ?? [];
    facts.push({ type, data: data as { on: string } });
    streams.set(stream, facts);
  }
  try {
    await appendAll(
      log,
      [...streams].map(([stream, facts]) => ({
        stream,
        expected: 'noStream' as const,
        events: eventsOf(facts, stream, context, 'release', sha256),
      })),
    );
  } finally {
    await log.close();
  }
};

/** A unit that is established while the program runs. */
export const appendUnit = async (
  writerUrl: string,
  { code, name, parent }: { readonly code: string; readonly name: string; readonly parent: string },
): Promise<void> => {
  const log = await testLog(writerUrl);
  const { stream, type, data } = unit(code, name, 'regional', parent);
  const events = eventsOf([{ type, data }], stream, { ...context, commandId: code }, code, sha256);
  await log.append([{ stream, expected: 'noStream', events }]);
  await log.close();
};
