import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Position } from '#engine';
import { kindLabels, unitsUnder } from '#casework';
import { docketLabels, indicatorBy, outcomeLabel } from '#indicators';
import { changesSince, itemsBehind, type ListedItem } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { POOL } from '../log.js';
import { notFound } from '../problem/problem.js';
import { page, period, position, size, unit } from '../query-fields.js';
import { viewed } from './table-query.js';
import { TableService } from './table.service.js';

const behind = viewed.extend({
  part: z.enum(['numerator', 'denominator']).default('numerator').meta({ title: 'Tử số hay mẫu số' }),
  beside: z.string().max(50).optional().meta({ title: 'Số đi kèm' }),
  page,
  size,
});

const since = z.object({ unit: unit.optional(), period, position, page, size });

/** What a figure is made of: its items, and behind each the events. */
@Tag('indicators')
@Controller('indicators')
export class ItemsController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly policy: Policy,
    private readonly naming: Naming,
    private readonly tables: TableService,
  ) {}

  @Get('changes')
  @Requires('indicators.read')
  async changes(@SignedIn() who: Who, @Query({ schema: since }) asked: z.output<typeof since>) {
    const { unit: root = who.unit, position: then, ...rest } = asked;
    const viewer = this.policy.viewer(who, 'indicators.read');
    const members = this.members(who, root);
    const { total, rows } = await changesSince(this.pool, viewer, { ...rest, members, since: then });
    return {
      total,
      rows: rows.flatMap(({ before, after }) => {
        const latest = after ?? before;
        if (!latest) return [];
        return [
          {
            ...this.row(latest),
            ...(before ? { before: this.row(before) } : {}),
            ...(after ? { after: this.row(after) } : {}),
          },
        ];
      }),
    };
  }

  @Get(':code/items')
  @Requires('indicators.read')
  async items(
    @SignedIn() who: Who,
    @Param('code', { schema: z.string().max(50) }) code: string,
    @Query({ schema: behind }) asked: z.output<typeof behind>,
  ) {
    const indicator = indicatorBy(code);
    if (!indicator) throw notFound('chỉ tiêu');
    const { unit: root = who.unit, part, beside, page: nth, size: most, period: of } = asked;
    const viewer = this.policy.viewer(who, 'indicators.read');
    const then = await this.tables.positionOf(asked);
    const day = this.tables.dayOf(asked);
    const { total, counted, rows } = await itemsBehind(this.pool, viewer, {
      indicator,
      part,
      members: this.members(who, root, then),
      period: of,
      page: nth,
      size: most,
      ...(beside === undefined ? {} : { beside }),
      ...(then === undefined ? {} : { position: then }),
      ...(day === undefined ? {} : { day }),
    });
    return { total, counted, rows: rows.map((item) => this.row(item)) };
  }

  private members(who: Who, root: string, then?: Position): readonly string[] {
    this.policy.demand(who, 'indicators.read', { unit: root });
    return [...unitsUnder(this.tables.treeAt(then), root, this.tables.today())];
  }

  /** The item beside what people read of it; of a sealed one only what is counted. */
  private row({ file: stream, ...item }: ListedItem) {
    const { docket, kind } = item;
    const { id: file, ...named } = this.naming.file({ stream, unit: item.unit, assignee: item.assignee });
    const outcome = outcomeLabel(item);
    return {
      ...item,
      ...named,
      file,
      docketLabel: docketLabels[docket],
      ...(outcome === undefined ? {} : { outcomeLabel: outcome }),
      ...(kind === undefined || docket === 'breach' ? {} : { kindLabel: kindLabels[docket][kind] ?? kind }),
    };
  }
}
