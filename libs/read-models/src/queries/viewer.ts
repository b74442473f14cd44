import type { Placeholders } from './statement.js';

/** On whose behalf is asked: whose units' files may be counted and listed, and whether sealed ones are named. */
export interface Viewer {
  /** Codes of units; `all` for who sees the whole house. */
  readonly scope: readonly string[] | 'all';
  readonly maySeeSealed: boolean;
  /** Sees the sealed files that are in their own hands. */
  readonly person?: string;
}

/** A file of this confidentiality is named only to few. */
export const SEALED = 2;

export const inScope = ({ scope }: Viewer, unit: string, { add }: Placeholders): string =>
  scope === 'all' ? 'true' : `${unit} = ANY(${add(scope)}::text[])`;

/** Whether the file (alias f) may be named. */
export const mayBeNamed = ({ maySeeSealed, person }: Viewer, { add }: Placeholders): string =>
  maySeeSealed
    ? 'true'
    : person === undefined
      ? `f.confidentiality < ${SEALED}`
      : `(f.confidentiality < ${SEALED} OR f.assignee = ${add(person)})`;

/** The units of a list that may be seen. */
export const seen = ({ scope }: Viewer, units: readonly string[]): readonly string[] => {
  if (scope === 'all') return units;
  const allowed = new Set(scope);
  return units.filter((unit) => allowed.has(unit));
};

export interface PageOptions {
  /** From 1. */
  readonly page?: number;
  /** How many rows, 1–500; 50 unless told. */
  readonly size?: number;
}

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export const pageSql = ({ page = 1, size = 50 }: PageOptions, { add }: Placeholders): string => {
  const rows = Math.min(500, Math.max(1, Math.trunc(size)));
  return `LIMIT ${add(rows)}::int OFFSET ${add((Math.max(1, Math.trunc(page)) - 1) * rows)}::int`;
};
