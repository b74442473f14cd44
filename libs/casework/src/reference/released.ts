import type { UnitFact } from './units.js';
import { unitLevelLabels, unitStatusLabels, type UnitLevel } from './units.js';

/** A row of the table of units that comes with a release. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parent?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly predecessors: readonly string[];
  readonly status: keyof typeof unitStatusLabels;
  readonly note?: string;
}

const HEADER = ['code', 'name_vi', 'level', 'parent', 'valid_from', 'valid_to', 'predecessors', 'status', 'note'];

const has = <T extends object>(table: T, key: string | undefined): key is Extract<keyof T, string> =>
  key !== undefined && Object.hasOwn(table, key);

/**
 * Reads the table of units: tab-separated, one row a unit, with what is known of its source.
 * @throws when the heading or a row isn't as expected, naming the line
 */
export const parseUnits = (tsv: string): readonly UnitRow[] => {
  const [heading = '', ...lines] = tsv.normalize('NFC').split(/\r?\n/);
  if (heading !== HEADER.join('\t')) throw new Error(`units: the heading is not ${HEADER.join(', ')}`);
  return lines
    .map((line, i) => [line, i + 2] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, number]) => {
      const [code = '', name = '', level, parent, validFrom, validTo, predecessors = '', status, note] =
        line.split('\t');
      if (code === '' || name === '' || !has(unitLevelLabels, level) || !has(unitStatusLabels, status))
        throw new Error(`units: line ${number} is not a unit`);
      return {
        code,
        name,
        level,
        ...(parent ? { parent } : {}),
        ...(validFrom ? { validFrom } : {}),
        ...(validTo ? { validTo } : {}),
        predecessors: predecessors.split(/[,;\s]+/).filter((before) => before !== ''),
        status,
        ...(note ? { note } : {}),
      };
    });
};

/** Stands for a beginning that no source tells. */
export const LONG_AGO = '1900-01-01';

/** The released units as facts, each in its own stream: established, then dissolved where they work no more. */
export const releasedUnits = (
  tsv: string,
): readonly { readonly stream: string; readonly type: UnitFact['type']; readonly data: UnitFact['data'] }[] =>
  parseUnits(tsv).flatMap(({ code, name, level, parent, validFrom, validTo, predecessors, status, note }) => {
    const stream = `unit-${code}`;
    const data = {
      on: validFrom ?? LONG_AGO,
      code,
      name,
      level,
      ...(parent === undefined ? {} : { parent }),
      ...(predecessors.length === 0 ? {} : { predecessors: [...predecessors] }),
      ...(validFrom === undefined ? { startUnknown: true } : {}),
      status,
      ...(note === undefined ? {} : { note }),
    };
    const established = { stream, type: 'UnitEstablished' as const, data };
    if (validTo === undefined) return [established];
    return [established, { stream, type: 'UnitDissolved' as const, data: { on: validTo, code } }];
  });
