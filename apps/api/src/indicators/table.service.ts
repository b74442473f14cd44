import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { UnitTree } from '#casework';
import { dayIn } from '#law';
import type { Position } from '#engine';
import { indicatorBy, inFull, periodOf, rowOf } from '#indicators';
import { indicatorTable, positionAt, recordedAt, type FigureRow } from '#read-models';
import { Policy } from '../access/policy.service.js';
import type { Who } from '../access/roles.js';
import { CLOCK, type Clock } from '../clock.js';
import { Naming } from '../files/naming.js';
import { POOL } from '../log.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { childrenOf, unitLine } from './unit-lines.js';

export interface Asked {
  readonly unit?: string | undefined;
  readonly period: string;
  /** As known at a position of the log, or at a moment of the server's clock. */
  readonly position?: Position | undefined;
  readonly knownAt?: string | undefined;
  /** What had happened by the end of this day. */
  readonly day?: string | undefined;
}

/** A row with its comparisons in words, as screens and sheets show them, and in numbers beside. */
const figureOf = (row: FigureRow) => {
  const indicator = indicatorBy(row.code);
  const { target, samePeriod: earlier } = row;
  const compared = indicator
    ? rowOf(indicator, row, { ...(earlier ? { earlier } : {}), ...(target ? { target } : {}) })
    : undefined;
  const { code, label, direction, numerator, denominator, value, display, smallSample } = row;
  return {
    code,
    label,
    direction,
    unitOfCount: indicator?.unitOfCount ?? '',
    isRate: indicator?.denominator !== undefined,
    numerator,
    ...(denominator === undefined ? {} : { denominator }),
    ...(value === undefined ? {} : { value }),
    display,
    smallSample,
    ...(compared?.target ? { target: compared.target.text } : {}),
    ...(row.versusTarget ? { versusTarget: row.versusTarget.text, met: row.versusTarget.met } : {}),
    ...(earlier ? { samePeriod: inFull(earlier) } : {}),
    versusSamePeriod: row.versusSamePeriod.text,
    beside: compared?.beside ?? [],
    comparison: { target, versusTarget: row.versusTarget, samePeriod: earlier, versusSamePeriod: row.versusSamePeriod },
  };
};

/** Indicator tables as who asks may see them. */
@Injectable()
export class TableService {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  today(): string {
    return dayIn(this.clock());
  }

  /** The position asked for, by itself or by its moment; undefined for the latest. */
  async positionOf({ position, knownAt }: Asked): Promise<Position | undefined> {
    return position ?? (knownAt === undefined ? undefined : positionAt(this.pool, knownAt));
  }

  /** For a period that still runs, what is overdue is overdue today. */
  dayOf({ day, period }: Asked): string | undefined {
    const today = this.today();
    return day ?? (periodOf(period).to > today ? today : undefined);
  }

  /** The tree of units as it was known at a position: a unit that was merged since still had its own figures then. */
  treeAt(position: Position | undefined): UnitTree {
    return (position === undefined ? this.law.now() : this.law.at(position)).units;
  }

  async table(who: Who, asked: Asked, withChildren: boolean) {
    const { unit = who.unit, period } = asked;
    const viewer = this.policy.viewer(who, 'indicators.read');
    this.policy.demand(who, 'indicators.read', { unit });
    const today = this.today();
    const position = await this.positionOf(asked);
    const tree = this.treeAt(position);
    const children = withChildren ? childrenOf(tree, unit, today) : [];
    const day = this.dayOf(asked);
    const { lines, ...counted } = await indicatorTable(this.pool, viewer, {
      units: [unit, ...children].map((code) => unitLine(tree, code, today, period)),
      period,
      ...(position === undefined ? {} : { position }),
      ...(day === undefined ? {} : { day }),
    });
    const [own, ...below] = lines.map(({ unit: code, rows }) => ({
      unit: code,
      unitName: this.naming.unit(code),
      rows: rows.map(figureOf),
    }));
    const { code, label, from, to } = periodOf(period);
    const known = await recordedAt(this.pool, counted.position);
    return {
      unit,
      unitName: this.naming.unit(unit),
      period: { code, label, from, to },
      position: counted.position,
      ...(known === undefined ? {} : { recordedAt: known }),
      ...(day === undefined ? {} : { day }),
      live: position === undefined && asked.day === undefined,
      rows: own?.rows ?? [],
      ...(withChildren ? { children: below } : {}),
    };
  }
}
export type TableView = Awaited<ReturnType<TableService['table']>>;
