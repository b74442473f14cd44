import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { loadStream, type EventLog } from '#engine';
import { Policy } from '../access/policy.service.js';
import { RECORD_READ, type RecordRead } from '../access/read-records.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { fileView, stateOfFile } from '../files/file-view.js';
import { fileOf } from '../files/registers.js';
import { LOG } from '../log.js';
import { notFound } from '../problem/problem.js';
import { day, position } from '../query-fields.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';

const asked = z
  .object({
    item: z.string().min(1).max(500).optional().meta({ title: 'Mục trong sổ (hồ sơ/mục)' }),
    file: z.string().min(1).max(200).optional().meta({ title: 'Hồ sơ' }),
    due: day.optional().meta({ title: 'Hạn' }),
    position: position.optional(),
  })
  .refine(({ item, file }) => (item === undefined) !== (file === undefined), {
    message: 'Nêu một mục, hoặc một hồ sơ.',
    path: ['item'],
  });

/** Vì sao hạn này: how a due date came about, of one item or of whatever is due in a file on a day. */
@Tag('work')
@Controller('items')
export class DerivationController {
  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(RECORD_READ) private readonly recordRead: RecordRead,
    private readonly policy: Policy,
  ) {}

  @Get('derivation')
  @Requires('files.read')
  async derivation(@SignedIn() who: Who, @Query({ schema: asked }) query: z.output<typeof asked>) {
    const { item = '', file, due, position: then } = query;
    const slash = item.indexOf('/');
    const stream = file ?? item.slice(0, Math.max(0, slash));
    const name = fileOf(stream);
    const raw = name ? await loadStream(this.log, stream) : [];
    if (!name || raw.length === 0) throw notFound('mục này');
    const { unit, confidentiality, assignee } = stateOfFile({ ...name, raw });
    this.policy.demand(who, 'files.read', { unit, confidentiality, assignee });
    if (confidentiality === 2) await this.recordRead(who, 'sealed', { ...name, ...query });
    const { spells, number, title } = fileView({ ...name, raw }, { position: then }, this.law);
    const key = item.slice(slash + 1);
    const rows = spells.filter((spell) =>
      file === undefined
        ? spell.key === key
        : spell.closedOn === undefined &&
          spell.doneOn === undefined &&
          (due === undefined || spell.dueOn?.slice(0, 10) === due),
    );
    if (rows.length === 0) throw notFound('mục này');
    return { ...name, number, title, rows: rows.map((spell) => ({ ...spell, item: `${stream}/${spell.key}` })) };
  }
}
