import { Body, Controller, Headers, HttpCode, Param, Post, Query, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { schemaOf, type Fact } from '#engine';
import { registerNamed, type RegisterName } from '#casework';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Header, Tag } from '../describe/decorators.js';
import { fileId } from './file-id.js';
import { revisionIn } from './headers.js';
import { RecordFact } from './record-fact.js';
import { Writing } from './writing.js';

const options = z.object({
  dryRun: z.enum(['true', 'false']).default('false').meta({ title: 'Chỉ thử, không ghi' }),
});

/** How far others may see and edit the file from now on; it can be raised, never lowered. */
const confidentiality = z
  .union([z.literal(0), z.literal(1), z.literal(2)])
  .optional()
  .meta({ title: 'Mức độ bảo mật: 0 thường, 1 chỉ xem, 2 kín' });

/** The endpoint of one register: takes any fact of its catalogue. */
export const recordingController = (register: RegisterName): Type => {
  const body = schemaOf(registerNamed(register).catalogue, { strict: true, beside: { confidentiality } });

  @Tag(register)
  @Controller(`files/${register}`)
  class RecordingController {
    constructor(
      readonly commands: CommandBus,
      readonly writing: Writing,
    ) {}

    @Post(':id/facts')
    @Requires('files.record')
    @HttpCode(200)
    @Header({ name: 'Idempotency-Key', required: false, description: 'Mỗi lệnh một mã; không cần khi chỉ thử' })
    @Header({ name: 'If-Match', required: false, description: 'ETag của hồ sơ đã xem' })
    async record(
      @Param('id', { schema: fileId }) id: string,
      @Query({ schema: options }) { dryRun }: z.output<typeof options>,
      @Body({ schema: body }) asked: z.output<typeof body>,
      @Headers('if-match') ifMatch: string | undefined,
      @SignedIn() who: Who,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const dry = dryRun === 'true';
      const { type, data, confidentiality: level } = asked as Fact & Pick<typeof asked, 'confidentiality'>;
      const context = this.writing.context(request, who, dry);
      const command = new RecordFact(
        { register, id },
        { type, data },
        level === undefined ? context : { ...context, confidentiality: level },
        this.writing.mayTouch(who, 'files.record'),
        { dry, ifRevision: revisionIn(ifMatch) },
      );
      return this.writing.answer(await this.commands.execute(command), reply);
    }
  }
  Object.defineProperty(RecordingController, 'name', { value: `${register}Recording` });
  return RecordingController;
};
