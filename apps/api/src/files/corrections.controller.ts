import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { change } from '#engine';
import type { RegisterName } from '#casework';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Header, Tag } from '../describe/decorators.js';
import { CorrectFile, type Correcting } from './correct-file.js';
import { fileId, registerName } from './file-id.js';
import { revisionIn } from './headers.js';
import type { FileName } from './registers.js';
import { Writing } from './writing.js';

const reason = z.string().trim().min(1).max(2000).meta({ title: 'Lý do' });

const wanted = z
  .strictObject({
    on: z.iso.date().optional().meta({ title: 'Ngày đề nghị' }),
    changes: z.array(change).min(1).max(50).meta({ title: 'Nội dung đề nghị' }),
    reason,
  })
  .meta({ title: 'Đề nghị đính chính' });

const refusal = z.strictObject({ reason }).meta({ title: 'Từ chối đính chính' });
const nothing = z.strictObject({}).optional();
const requestId = z.uuid().meta({ title: 'Đề nghị' });

/** Putting a record right: one asks, another decides. */
@Tag('corrections')
@Header({ name: 'Idempotency-Key', required: true, description: 'Mỗi lệnh một mã' })
@Header({ name: 'If-Match', required: false, description: 'ETag của hồ sơ đã xem' })
@Controller('files/:register/:id/corrections')
export class CorrectionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly writing: Writing,
  ) {}

  @Post()
  @Requires('corrections.request')
  @HttpCode(200)
  async ask(
    @Param('register', { schema: registerName }) register: RegisterName,
    @Param('id', { schema: fileId }) id: string,
    @Body({ schema: wanted }) { on = this.writing.today(), ...asked }: z.output<typeof wanted>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.correct({ register, id }, { step: 'ask', on, ...asked }, who, request, reply);
  }

  @Post(':request/approval')
  @Requires('corrections.decide')
  @HttpCode(200)
  async approve(
    @Param('register', { schema: registerName }) register: RegisterName,
    @Param('id', { schema: fileId }) id: string,
    @Param('request', { schema: requestId }) correction: string,
    @Body({ schema: nothing }) _: unknown,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const correcting = { step: 'approve', on: this.writing.today(), request: correction } as const;
    return this.correct({ register, id }, correcting, who, request, reply);
  }

  @Post(':request/refusal')
  @Requires('corrections.decide')
  @HttpCode(200)
  async refuse(
    @Param('register', { schema: registerName }) register: RegisterName,
    @Param('id', { schema: fileId }) id: string,
    @Param('request', { schema: requestId }) correction: string,
    @Body({ schema: refusal }) { reason: why }: z.output<typeof refusal>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const correcting = { step: 'refuse', on: this.writing.today(), request: correction, reason: why } as const;
    return this.correct({ register, id }, correcting, who, request, reply);
  }

  private async correct(
    file: FileName,
    correcting: Correcting,
    who: Who,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const action = correcting.step === 'ask' ? 'corrections.request' : 'corrections.decide';
    const context = this.writing.context(request, who);
    const seen = revisionIn(request.headers['if-match']);
    const command = new CorrectFile(file, correcting, context, this.writing.mayTouch(who, action), seen);
    return this.writing.answer(await this.commands.execute(command), reply);
  }
}
