import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { loadStream, type EventLog } from '#engine';
import type { FileLink, RegisterName } from '#casework';
import { Policy } from '../access/policy.service.js';
import { RECORD_READ, type RecordRead } from '../access/read-records.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { LOG } from '../log.js';
import { notFound } from '../problem/problem.js';
import { instant, position } from '../query-fields.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { fileId, registerName } from './file-id.js';
import { fileView, stateOfFile } from './file-view.js';
import { etagOf } from './headers.js';
import { knownThen } from './known-then.js';
import { fileOf, streamOf } from './registers.js';

const moment = z.object({
  revision: z.coerce.number().int().min(0).max(1e9).optional().meta({ title: 'Bản (số thứ tự ghi nhận)' }),
  position: position.optional(),
  knownAt: instant.optional(),
});

/** One file: what it is now or was known as, why its dates are what they are, and who wrote what. */
@Tag('files')
@Controller('files')
export class FileController {
  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(RECORD_READ) private readonly recordRead: RecordRead,
    private readonly policy: Policy,
  ) {}

  @Get(':register/:id')
  @Requires('files.read')
  async read(
    @Param('register', { schema: registerName }) register: RegisterName,
    @Param('id', { schema: fileId }) id: string,
    @Query({ schema: moment }) then: z.output<typeof moment>,
    @SignedIn() who: Who,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const raw = await loadStream(this.log, streamOf(register, id));
    if (raw.length === 0) throw notFound('hồ sơ');
    // Who may look is decided by how the file stands today, whatever moment is looked at.
    const { unit, confidentiality, assignee } = stateOfFile({ register, id, raw });
    this.policy.demand(who, 'files.read', { unit, confidentiality, assignee });
    if (knownThen(raw, then).length === 0) throw notFound('hồ sơ ở thời điểm này');
    if (confidentiality === 2) await this.recordRead(who, 'sealed', { register, id, ...then });
    const view = fileView({ register, id, raw }, then, this.law);
    const mayDecide = this.policy.may(who, 'corrections.decide', { unit, confidentiality, assignee });
    void reply.header('ETag', etagOf(view.revision));
    return {
      ...view,
      pendingCorrections: view.pendingCorrections.map((pending) => ({
        ...pending,
        mayDecide: mayDecide && pending.requestedBy !== who.personId,
      })),
      links: await Promise.all(view.state.links.map((link) => this.link(who, link))),
    };
  }

  /** The other file by its number, for who may see it. */
  private async link(who: Who, { file, relation }: FileLink) {
    const other = fileOf(file);
    if (!other) return { file, relation };
    const raw = await loadStream(this.log, file);
    if (raw.length === 0) return { ...other, relation };
    const { number, title, ...state } = stateOfFile({ ...other, raw });
    const visible = this.policy.may(who, 'files.read', state);
    return { ...other, relation, ...(visible ? { number, title } : {}) };
  }
}
