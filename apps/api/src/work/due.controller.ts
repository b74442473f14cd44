import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { awaitsReceipt, docketLabels, docketNames } from '#casework';
import { dayIn } from '#law';
import { dueGroupings, dueGroups, dueList, type DueBucket, type DueGrouping } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { CLOCK, type Clock } from '../clock.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { POOL } from '../log.js';
import { yes } from '../query-fields.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { whose } from './whose.js';

const buckets = { overdue: 'overdue', today: 'today', '3': 'd3', '7': 'd7', '30': 'd30', all: 'all' } as const;

const due = whose.extend({
  bucket: z
    .enum(['overdue', 'today', '3', '7', '30', 'all'])
    .default('all')
    .meta({ title: 'Quá hạn, hôm nay, trong 3, 4–7, 8–30 ngày' }),
  docket: z.enum(docketNames).optional().meta({ title: 'Giai đoạn' }),
  assignee: z.string().min(1).max(100).optional().meta({ title: 'Người thụ lý; “none”: chưa phân công' }),
  only: yes.meta({ title: 'Chỉ đơn vị này, không kể cấp dưới' }),
  groupBy: z.enum(dueGroupings).optional().meta({ title: 'Đếm theo người, đơn vị, giai đoạn' }),
});
type Asked = z.output<typeof due>;

const stages = docketNames.map((docket) => ({ docket, label: docketLabels[docket] }));

/** What is due, and with whom, where and at which stage. */
@Tag('work')
@Controller('due')
export class DueController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: LawOfTheDay,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  @Get()
  @Requires('work.read')
  async due(@SignedIn() who: Who, @Query({ schema: due }) asked: Asked) {
    const wanted: DueBucket | 'all' = buckets[asked.bucket];
    const today = dayIn(this.clock());
    const viewer = this.policy.viewer(who, 'work.read');
    const filter = { ...this.filter(who, asked), today, bucket: wanted };
    const { counts, total, rows } = await dueList(this.pool, viewer, filter);
    const { terms } = this.law.now().law;
    const groups = asked.groupBy === undefined ? {} : { groups: await this.groups(who, asked, asked.groupBy) };
    return {
      today,
      counts,
      total,
      stages,
      ...groups,
      rows: rows.map(({ id: item, ...row }) => ({
        ...row,
        item,
        ...this.naming.file(row),
        docketLabel: docketLabels[row.docket],
        ...(row.docket === 'duty' && awaitsReceipt(terms, row.kind ?? '') ? { awaitsReceipt: true } : {}),
      })),
    };
  }

  private async groups(who: Who, asked: Asked, groupBy: DueGrouping) {
    const viewer = this.policy.viewer(who, 'work.read');
    const today = dayIn(this.clock());
    const groups = await dueGroups(this.pool, viewer, { ...this.filter(who, asked), today, groupBy });
    const name = (key: string) => {
      if (groupBy === 'person') return this.naming.person(key);
      if (groupBy === 'unit') return this.naming.unit(key);
      const docket = docketNames.find((known) => known === key);
      return docket === undefined ? key : docketLabels[docket];
    };
    return groups.map(({ key, ...counted }) => ({
      key: key ?? 'none',
      name: key === null ? 'Chưa phân công' : name(key),
      ...counted,
    }));
  }

  private filter(who: Who, { unit, only, mine, docket, assignee, page, size }: Asked) {
    const whom = mine === 'true' ? who.personId : assignee;
    const units = this.policy.scope(who, 'work.read', unit);
    return {
      units: only === 'true' ? units.filter((one) => one === (unit ?? who.unit)) : units,
      page,
      size,
      ...(docket === undefined ? {} : { dockets: [docket] }),
      ...(whom === undefined ? {} : { assignee: whom === 'none' ? null : whom }),
    };
  }
}
