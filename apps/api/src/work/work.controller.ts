import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { docketLabels, registerOf } from '#casework';
import { breachList, dueList, lateEntries, pendingCorrections, type DueBucket } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { CLOCK, dayIn, type Clock } from '../clock.js';
import { Naming } from '../files/naming.js';
import { POOL } from '../log.js';
import { page, size, unit, yes } from '../query-fields.js';

const whose = z.object({
  unit: unit.optional(),
  mine: yes.meta({ title: 'Chỉ hồ sơ của tôi' }),
  page,
  size,
});

const buckets = { overdue: 'overdue', today: 'today', '3': 'd3', '7': 'd7', '30': 'd30', all: 'all' } as const;

const due = whose.extend({
  bucket: z
    .enum(['overdue', 'today', '3', '7', '30', 'all'])
    .default('all')
    .meta({ title: 'Quá hạn, hôm nay, trong 3, 4–7, 8–30 ngày' }),
});

const waiting = whose.extend({ state: z.enum(['pending']).default('pending').meta({ title: 'Tình trạng' }) });

type Whose = z.output<typeof whose>;

/** Việc của tôi: what is due, what went against the law, what came late, what waits for a decision. */
@ApiTags('work')
@Controller()
export class WorkController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  @Get('due')
  @Requires('work.read')
  async due(@SignedIn() who: Who, @Query({ schema: due }) { bucket, ...asked }: z.output<typeof due>) {
    const wanted: DueBucket | 'all' = buckets[bucket];
    const today = dayIn(this.clock());
    const { viewer, filter } = this.within(who, asked);
    const { counts, total, rows } = await dueList(this.pool, viewer, { ...filter, today, bucket: wanted });
    return {
      today,
      counts,
      total,
      rows: rows.map((row) => ({ ...row, ...this.naming.file(row), docketLabel: docketLabels[row.docket] })),
    };
  }

  @Get('breaches')
  @Requires('work.read')
  async breaches(@SignedIn() who: Who, @Query({ schema: whose }) asked: Whose) {
    const { viewer, filter } = this.within(who, asked);
    const { total, rows } = await breachList(this.pool, viewer, filter);
    return {
      total,
      rows: rows.map(({ assignee, id, ...row }) => ({ ...row, item: id, ...this.naming.file({ ...row, assignee }) })),
    };
  }

  @Get('late-entries')
  @Requires('work.read')
  async lateEntries(@SignedIn() who: Who, @Query({ schema: whose }) asked: Whose) {
    const { viewer, filter } = this.within(who, asked);
    const { total, rows } = await lateEntries(this.pool, viewer, filter);
    return {
      total,
      rows: rows.map(({ id, ...row }) => ({
        ...row,
        event: id,
        ...this.naming.file(row),
        label: registerOf(row.stream).catalogue[row.type]?.label.vi ?? row.type,
        actorName: this.naming.person(row.actor),
      })),
    };
  }

  /** Corrections that wait: those that who asks may decide, and those they asked for. */
  @Get('corrections')
  @Requires('work.read')
  async corrections(@SignedIn() who: Who, @Query({ schema: waiting }) asked: z.output<typeof waiting>) {
    const { viewer, filter } = this.within(who, asked);
    const decides = this.policy.may(who, 'corrections.decide', { unit: who.unit });
    const { total, rows } = await pendingCorrections(this.pool, viewer, {
      ...filter,
      ...(decides ? {} : { requestedBy: who.personId }),
    });
    return {
      total,
      rows: rows.map(({ id, data, stream, number, title, unit: owner, requestedBy, recordedAt }) => {
        const file = this.naming.file({ stream, unit: owner });
        return {
          ...file,
          id,
          file: file.id,
          number,
          title,
          requestedBy,
          requestedByName: this.naming.person(requestedBy),
          recordedAt,
          ...(data as object),
          mayDecide: requestedBy !== who.personId && this.policy.may(who, 'corrections.decide', { unit: owner }),
        };
      }),
    };
  }

  private within(who: Who, { unit: root, mine, page: nth, size: rows }: Whose) {
    const units = this.policy.scope(who, 'work.read', root);
    const assignee = mine === 'true' ? { assignee: who.personId } : {};
    return { viewer: this.policy.viewer(who, 'work.read'), filter: { units, page: nth, size: rows, ...assignee } };
  }
}
