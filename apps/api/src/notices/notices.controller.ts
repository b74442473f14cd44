import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { docketLabels } from '#casework';
import { noticedFile, noticeList, type NoticeItem } from '#read-models';
import { acknowledge, addresseeLabels, itemParts, noticeStreamOf, rungLabel } from '#reminders';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { CARRY_OUT, type CarryOut } from '../files/carry-out.js';
import { Naming } from '../files/naming.js';
import { registerNames } from '../files/registers.js';
import { Writing } from '../files/writing.js';
import { POOL } from '../log.js';
import { notFound } from '../problem/problem.js';
import { page, size, unit, yes } from '../query-fields.js';
import { SETTINGS, type ServerSettings } from '../server-settings.js';

const FILE = new RegExp(`^(?:${registerNames.join('|')})-.{1,100}$`);

const asked = z.object({
  unit: unit.optional(),
  mine: yes.meta({ title: 'Chỉ lời nhắc gửi cho tôi' }),
  unread: yes.meta({ title: 'Chỉ lời nhắc còn hiệu lực chưa ai xác nhận' }),
  file: z.string().regex(FILE).optional().meta({ title: 'Hồ sơ, dạng <sổ>-<mã>' }),
  page,
  size,
});

const noticeId = z.uuid().meta({ title: 'Lời nhắc' });

/** Who was reminded of which deadline, and took note of it. No reminder can be put off: nothing here would do it. */
@Tag('notices')
@Controller('notices')
export class NoticesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CARRY_OUT) private readonly carryOut: CarryOut,
    @Inject(SETTINGS) private readonly settings: ServerSettings,
    private readonly policy: Policy,
    private readonly naming: Naming,
    private readonly writing: Writing,
  ) {}

  /** The latest first: of the units asked for, and what was said to who asks. A sealed file isn't named to who may not see it. */
  @Get()
  @Requires('notices.read')
  async list(
    @SignedIn() who: Who,
    @Query({ schema: asked }) { mine, unread, unit: root, ...rest }: z.output<typeof asked>,
  ) {
    const units = this.policy.scope(who, 'notices.read', root);
    const viewer = { ...this.policy.viewer(who, 'notices.read'), person: who.personId };
    const { file, ...paging } = rest;
    const found = await noticeList(this.pool, viewer, {
      ...paging,
      units,
      ...(file === undefined ? {} : { file }),
      ...(mine === 'true' ? { person: who.personId } : {}),
      ...(unread === 'true' ? { unread: true } : {}),
    });
    return {
      total: found.total,
      unread: found.unread,
      mail: this.settings.mail,
      rows: found.rows.map((row) => this.row(who, row)),
    };
  }

  /** Taking note. It puts nothing off: the next step comes all the same. */
  @Post(':id/acknowledgement')
  @Requires('notices.acknowledge')
  @HttpCode(200)
  async acknowledge(
    @SignedIn() who: Who,
    @Param('id', { schema: noticeId }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const context = this.writing.context(request, who);
    const file = await noticedFile(this.pool, id);
    if (file === undefined) throw notFound('lời nhắc');
    const stream = noticeStreamOf(file);
    const { position, repeated } = await this.carryOut.run({
      streams: [stream],
      content: { acknowledge: id },
      context,
      decide: (histories) => {
        const on = this.writing.today();
        const facts = acknowledge(histories.get(stream) ?? [], { reminder: id, by: who.personId, on });
        return { writes: [{ stream, facts }], answer: undefined };
      },
    });
    void reply.header('Position', position);
    return { position, repeated };
  }

  private row(who: Who, { named, docket, what, unit: owner, person, acknowledgedBy, ...row }: NoticeItem) {
    return {
      ...row,
      docketLabel: what ?? docketLabels[docket],
      rungLabel: rungLabel(row.rung),
      addresseeLabel: addresseeLabels[row.addressee],
      person,
      personName: this.naming.person(person),
      unit: owner,
      unitName: this.naming.unit(owner),
      mine: person === who.personId,
      ...(acknowledgedBy === undefined ? {} : { acknowledgedByName: this.naming.person(acknowledgedBy) }),
      ...(named === undefined
        ? { sealed: true }
        : {
            ...this.naming.file({ stream: named.stream, unit: owner }),
            file: this.naming.file({ stream: named.stream, unit: owner }).id,
            id: row.id,
            key: itemParts(named.item).key,
            number: named.number,
            title: named.title,
          }),
    };
  }
}
