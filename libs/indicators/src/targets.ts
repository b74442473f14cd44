import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { operators, type Goal } from './compare.js';
import type { Period } from './periods.js';

const on = z.iso.date().meta({ title: 'Ngày quyết định' });
const value = z.number().nonnegative().meta({ title: 'Mức' });
const status = z.enum(['sourced', 'derived', 'toBeConfirmed']).meta({ title: 'Mức độ xác thực' });
const document = z.string().trim().min(1).meta({ title: 'Văn bản' });

/** Who sets a target. */
export const targetSources = { assembly: 'Quốc hội', sector: 'Ngành', unit: 'Đơn vị' } as const;

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const targetCatalogue = {
  TargetAssigned: { label: { vi: 'Giao chỉ tiêu', en: 'Target assigned' },            from: ['*'], basis: 'Kế hoạch công tác năm; nghị quyết của Quốc hội', data: z.object({ on, indicator: z.string().min(1).meta({ title: 'Chỉ tiêu' }), value, operator: z.enum(operators).meta({ title: 'So sánh' }), unit: z.string().min(1).optional().meta({ title: 'Đơn vị (để trống: mọi đơn vị)' }), validFrom: z.iso.date().meta({ title: 'Áp dụng từ ngày' }), validTo: z.iso.date().optional().meta({ title: 'Đến ngày' }), source: z.enum(['assembly', 'sector', 'unit']).meta({ title: 'Nguồn' }), document, status, note: z.string().optional().meta({ title: 'Ghi chú' }) }) },
  TargetRevised:  { label: { vi: 'Điều chỉnh chỉ tiêu', en: 'Target revised' },       from: ['*'], basis: 'Quyết định điều chỉnh kế hoạch',                 data: z.object({ on, value, operator: z.enum(operators).optional().meta({ title: 'So sánh' }), validFrom: z.iso.date().meta({ title: 'Áp dụng từ ngày' }), document, reason: z.string().trim().min(1).meta({ title: 'Lý do' }) }) },
} as const satisfies Catalogue;
export type TargetFact = FactOf<typeof targetCatalogue>;

/** The prefix of the streams that targets live in. */
export const TARGET_STREAMS = 'target-';

interface Level extends Goal {
  readonly validFrom: string;
  readonly document: string;
}

export interface Target {
  /** Its stream. */
  readonly stream: string;
  readonly indicator: string;
  /** Absent: for every unit. */
  readonly unit?: string;
  readonly validTo?: string;
  readonly source: keyof typeof targetSources;
  readonly status: TargetAssigned['status'];
  readonly note?: string;
  /** As assigned and revised, oldest first. */
  readonly levels: readonly Level[];
}
type TargetAssigned = Extract<TargetFact, { type: 'TargetAssigned' }>['data'];

/** Every target ever assigned, by stream. */
export type Targets = ReadonlyMap<string, Target>;

export const noTargets: Targets = new Map();

/**
 * The targets after one more fact.
 * @throws when a target that was never assigned is revised
 */
export const evolveTargets = (targets: Targets, stream: string, fact: TargetFact): Targets => {
  const known = targets.get(stream);
  if (fact.type === 'TargetAssigned') {
    const {
      indicator,
      value: level,
      operator,
      unit,
      validFrom,
      validTo,
      source,
      document: from,
      status: how,
      note,
    } = fact.data;
    return new Map(targets).set(stream, {
      stream,
      indicator,
      ...(unit === undefined ? {} : { unit }),
      ...(validTo === undefined ? {} : { validTo }),
      source,
      status: how,
      ...(note === undefined ? {} : { note }),
      levels: [{ value: level, operator, validFrom, document: from }],
    });
  }
  if (!known) throw new Error(`target ${stream} was revised before it was assigned`);
  const { value: level, operator = known.levels.at(-1)?.operator ?? '>=', validFrom, document: from } = fact.data;
  const levels = [...known.levels, { value: level, operator, validFrom, document: from }];
  return new Map(targets).set(stream, { ...known, levels });
};

/** The goal that holds for a figure, and where it comes from. */
export interface TargetInForce extends Goal {
  readonly stream: string;
  readonly source: keyof typeof targetSources;
  readonly document: string;
  readonly status: Target['status'];
}

/**
 * The target of an indicator for a unit and a period: what was in force on the period's last day, so that a later
 * revision leaves earlier comparisons as they were. The unit's own comes before that of the units above it, and that
 * before one for all; of several, the last that came into force.
 * @param lineage the unit, then those above it, nearest first
 */
export const targetFor = (
  targets: Targets,
  indicator: string,
  lineage: readonly string[],
  { to }: Pick<Period, 'to'>,
): TargetInForce | undefined => {
  const rank = ({ unit }: Target) => (unit === undefined ? lineage.length : lineage.indexOf(unit));
  const inForce = [...targets.values()].flatMap((target) => {
    if (target.indicator !== indicator || rank(target) < 0) return [];
    const level = target.levels.findLast(({ validFrom }) => validFrom <= to);
    const ended = target.validTo !== undefined && target.validTo < to;
    return !level || ended ? [] : [{ target, level }];
  });
  const [best] = inForce.sort(
    (a, b) =>
      rank(a.target) - rank(b.target) ||
      (a.level.validFrom < b.level.validFrom ? 1 : a.level.validFrom > b.level.validFrom ? -1 : 0) ||
      (a.target.stream < b.target.stream ? -1 : 1),
  );
  if (!best) return undefined;
  const { value: level, operator, document: from } = best.level;
  const { stream, source, status: how } = best.target;
  return { value: level, operator, stream, source, document: from, status: how };
};
