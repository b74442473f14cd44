import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { isLinkFact, registers, type RegisterName } from '#casework';
import type { Fact } from '#engine';
import { readSheets, templateWorkbook } from '#exchange';
import { commandsIn } from '../../libs/exchange/src/workbook/commands.js';
import { FIXED, GUIDE, sheetLayouts } from '../../libs/exchange/src/workbook/layout.js';
import { cellOf } from './written-cells.js';

const samplesOf = (register: RegisterName): readonly Fact[] =>
  readdirSync(`test/stored-events/${register}`).map(
    (file) => JSON.parse(readFileSync(`test/stored-events/${register}/${file}`, 'utf8')) as Fact,
  );

const fillIn = (book: exceljs.Workbook, register: RegisterName, facts: readonly Fact[]) => {
  const layout = sheetLayouts.find((one) => one.register === register);
  const page = book.getWorksheet(layout?.sheet ?? '');
  if (!layout || !page) throw new Error(`no sheet for ${register}`);
  const headings = (page.getRow(1).values as string[]).slice(1);
  for (const { type, data } of facts) {
    const cells = new Map<string, string | number | Date>([
      [FIXED.file, '1'],
      [FIXED.fact, layout.facts.find((fact) => fact.type === type)?.label.vi ?? type],
      [FIXED.on, new Date(`${data.on}T00:00:00Z`)],
    ]);
    for (const { heading, fields } of layout.columns) {
      const field = fields[type];
      const value = field && (data as unknown as Record<string, unknown>)[field.name];
      if (field && value !== undefined) cells.set(heading, cellOf(value, field.schema));
    }
    page.addRow(headings.map((heading) => cells.get(heading)));
  }
};

/** Files are known by the number in their stream, people and units by their codes. */
const reading = {
  names: { unitOn: (text: string) => text, personOf: (text: string) => text },
  finder: () => (register: RegisterName, number: string) => `${register}-${number}`,
  unit: 'don-vi',
};

describe('the workbook to fill in', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat mẫu '));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const saved = async (book: exceljs.Workbook, name: string) => {
    const file = join(folder, name);
    await book.xlsx.writeFile(file);
    return file;
  };

  it('has a guide, and a sheet a register without rows', async () => {
    const sheets = await readSheets(await saved(await templateWorkbook(), 'trống.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([GUIDE, ...sheetLayouts.map(({ sheet }) => sheet)]);
    expect(commandsIn(sheets, reading)).toEqual({ rows: 0, problems: [], commands: [], unread: [] });
  });

  it.each(Object.keys(registers) as RegisterName[])(
    'gives back every fact of %s as it was filled in',
    async (register) => {
      const facts = samplesOf(register).filter(({ type }) => !isLinkFact(type));
      const book = await templateWorkbook();
      fillIn(book, register, facts);
      const { commands, problems } = commandsIn(await readSheets(await saved(book, `${register}.xlsx`)), reading);
      expect(problems).toEqual([]);
      expect(commands.map(({ fact }) => fact)).toEqual(facts.map(({ type, data }) => ({ type, data })));
    },
  );

  it('has a sample of every fact that can be filled in', () => {
    for (const { register, facts } of sheetLayouts)
      expect(samplesOf(register).map(({ type }) => type)).toEqual(
        expect.arrayContaining(facts.map(({ type }) => type)),
      );
  });
});
