import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, Fact, Outcome } from '#engine';
import { recordCommand, type FileAnswer } from '#casework';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { CARRY_OUT, type CarryOut } from './carry-out.js';
import { guarded, type MayTouch } from './guarded.js';
import type { FileName } from './registers.js';

export interface RecordOptions {
  /** Decided and told, but not written. */
  readonly dry: boolean;
  /** The revision that was seen. */
  readonly ifRevision: number | undefined;
}

/** Write down a milestone of a file; the first one opens it. */
export class RecordFact extends Command<Outcome<FileAnswer>> {
  constructor(
    readonly file: FileName,
    readonly fact: Fact,
    readonly context: CommandContext,
    readonly mayTouch: MayTouch,
    readonly options: RecordOptions,
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

  execute({ file: { register, id }, fact, context, mayTouch, options: { dry, ifRevision } }: RecordFact) {
    const seen = ifRevision === undefined ? {} : { ifRevision };
    // Field by field: a literal that begins with a spread and adds fields is slow (see `changed`).
    const command = recordCommand({ register, id, fact, context, referenceAt: this.law.at, ...seen });
    return dry ? this.carryOut.dryRun(guarded(command, mayTouch)) : this.carryOut.run(guarded(command, mayTouch));
  }
}
