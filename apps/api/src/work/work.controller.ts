import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { registerOf } from '#casework';
import { breachList, lateEntries, pendingCorrections } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { POOL } from '../log.js';
import { whose, type Whose } from './whose.js';

const waiting = whose.extend({ state: z.enum(['pending']).default('pending').meta({ title: 'Tình trạng' }) });

/** Việc của tôi: what went against the law, what came late, what waits for a decision. */
@Tag('work')
@Controller()
export class WorkController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

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
