import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, Fact } from '#engine';
import { recordCommand } from '#casework';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { CARRY_OUT, type CarryOut, type Recorded } from './carry-out.js';
import { guarded, type MayWrite } from './guarded.js';
import { streamOf, type RegisterName } from './registers.js';

/** Write down a milestone of a file; the first one opens it. */
export class RecordFact extends Command<Recorded> {
  constructor(
    readonly register: RegisterName,
    readonly id: string,
    readonly fact: Fact,
    readonly context: CommandContext,
    readonly mayWrite: MayWrite,
    readonly ifRevision: number | undefined,
  ) {
    super();
  }
}

@CommandHandler(RecordFact)
export class RecordFactHandler implements ICommandHandler<RecordFact> {
  constructor(
    @Inject(CARRY_OUT) private readonly carryOut: CarryOut,
    @Inject(LAW) private readonly law: LawOfTheDay,
  ) {}

  execute({ register, id, fact, context, mayWrite, ifRevision }: RecordFact) {
    const command = recordCommand(streamOf(register, id), fact, context, this.law.at);
    return this.carryOut({ ...guarded(command, mayWrite), ...(ifRevision === undefined ? {} : { ifRevision }) });
  }
}
