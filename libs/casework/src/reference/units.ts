import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { choice, line, on, unitCode as code, yesNo } from '../fields.js';

export const unitLevelLabels = {
  supreme: 'Tối cao',
  superior: 'Cấp cao',
  department: 'Đơn vị thuộc tối cao',
  provincial: 'Cấp tỉnh',
  district: 'Cấp huyện',
  regional: 'Khu vực',
} as const;
export type UnitLevel = keyof typeof unitLevelLabels;

export const unitStatusLabels = {
  sourced: 'Có nguồn',
  derived: 'Suy ra từ nguồn',
  unverified: 'Chưa đối chiếu',
  toBeConfirmed: 'Chờ xác nhận',
  invented: 'Đơn vị giả định',
} as const;

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const unitFacts = {
  UnitEstablished: { label: { vi: 'Thành lập đơn vị', en: 'Unit established' }, from: ['*'], basis: 'Luật Tổ chức VKSND 2014 Điều 40; Nghị quyết 84/2025/UBTVQH15', data: z.object({ on, code: code.meta({ title: 'Mã đơn vị' }), name: line('Tên đơn vị'), level: choice('Cấp', unitLevelLabels), parent: code.optional().meta({ title: 'Đơn vị cấp trên' }), predecessors: z.array(code).optional().meta({ title: 'Đơn vị tiền thân' }), startUnknown: yesNo('Không rõ ngày thành lập').optional(), invented: yesNo('Đơn vị giả định').optional(), status: choice('Mức độ xác thực', unitStatusLabels).optional(), note: line('Ghi chú').optional() }) },
  UnitDissolved:   { label: { vi: 'Kết thúc hoạt động của đơn vị', en: 'Unit dissolved' }, from: ['*'], basis: 'Nghị quyết 225/2025/QH15', data: z.object({ on, code: code.meta({ title: 'Mã đơn vị' }) }) },
} as const satisfies Catalogue;
export type UnitFact = FactOf<typeof unitFacts>;

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parent?: string;
  /** The first day it worked. */
  readonly validFrom: string;
  readonly startUnknown: boolean;
  /** The last day it worked; absent while it works. */
  readonly validTo?: string;
  readonly predecessors: readonly string[];
  readonly invented: boolean;
  readonly status: keyof typeof unitStatusLabels;
  readonly note?: string;
}

/** Every unit there ever was, by code. */
export type UnitTree = ReadonlyMap<string, Unit>;

/** The unit with a fact applied. @throws when a unit that isn't known is dissolved */
export const evolveUnit = (unit: Unit | undefined, fact: UnitFact): Unit => {
  if (fact.type === 'UnitDissolved') {
    if (!unit) throw new Error(`unit ${fact.data.code} was dissolved before it was established`);
    return { ...unit, validTo: fact.data.on };
  }
  const { code, name, level, parent, predecessors = [], invented = false, startUnknown = false, note } = fact.data;
  return {
    code,
    name,
    level,
    ...(parent === undefined ? {} : { parent }),
    validFrom: fact.data.on,
    startUnknown,
    predecessors,
    invented,
    status: fact.data.status ?? (invented ? 'invented' : 'toBeConfirmed'),
    ...(note === undefined ? {} : { note }),
  };
};

/** Whether the unit works on a day; both ends count. */
export const worksOn = ({ validFrom, validTo }: Unit, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

/** The units that took over from one that works no more. */
export const successorsOf = (tree: UnitTree, code: string): readonly Unit[] =>
  [...tree.values()].filter(({ predecessors }) => predecessors.includes(code));

/**
 * The unit and all units above it on a day. Where a unit works no more, those who took over stand in its place.
 * @returns codes, the unit itself first
 */
export const unitsAbove = (tree: UnitTree, code: string, day: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const climb = (at: string) => {
    if (found.has(at)) return;
    found.add(at);
    const unit = tree.get(at);
    if (!unit) return;
    if (unit.validTo !== undefined && unit.validTo < day) for (const next of successorsOf(tree, at)) climb(next.code);
    if (unit.parent !== undefined) climb(unit.parent);
  };
  climb(code);
  return found;
};

/**
 * The unit and all units below it that work on a day, with the units they took over from: whose files are now theirs.
 * @returns codes, the unit itself first
 */
export const unitsUnder = (tree: UnitTree, code: string, day: string): ReadonlySet<string> => {
  const children = new Map<string, Unit[]>();
  for (const unit of tree.values()) {
    if (unit.parent === undefined || !worksOn(unit, day)) continue;
    const siblings = children.get(unit.parent);
    if (siblings) siblings.push(unit);
    else children.set(unit.parent, [unit]);
  }
  const found = new Set<string>();
  const inherit = (at: string) => {
    if (found.has(at)) return;
    found.add(at);
    for (const before of tree.get(at)?.predecessors ?? []) inherit(before);
  };
  const descend = (at: string) => {
    inherit(at);
    for (const child of children.get(at) ?? []) if (!found.has(child.code)) descend(child.code);
  };
  descend(code);
  return found;
};
