import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { loadStream, type Change, type CommandContext, type EventLog, type Outcome, type StoredEvent } from '#engine';
import {
  approveCorrectionCommand,
  refuseCorrectionCommand,
  requestCorrectionCommand,
  streamOfFile,
  type FileAnswer,
  type FileCommand,
} from '#casework';
import { LOG } from '../log.js';
import { notFound } from '../problem/problem.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { CARRY_OUT, type CarryOut } from './carry-out.js';
import { guarded, type MayTouch } from './guarded.js';
import type { FileName } from './registers.js';

/** One step of putting a record right; `on` is its day. */
export type Correcting =
  | { readonly step: 'ask'; readonly on: string; readonly changes: readonly Change[]; readonly reason: string }
  | { readonly step: 'approve'; readonly on: string; readonly request: string }
  | { readonly step: 'refuse'; readonly on: string; readonly request: string; readonly reason: string };

/** Ask for a correction of a file, approve it, or refuse it. */
export class CorrectFile extends Command<Outcome<FileAnswer>> {
  constructor(
    readonly file: FileName,
    readonly correcting: Correcting,
    readonly context: CommandContext,
    readonly mayTouch: MayTouch,
    /** The revision that was seen. */
    readonly ifRevision: number | undefined,
  ) {
    super();
  }
}

/** The history as the command's first try saw it: a second try then names the same files. */
const beforeIt = (raw: readonly StoredEvent[], { commandId }: CommandContext) => {
  const first = raw.findIndex(({ metadata }) => metadata.commandId === commandId);
  return first < 0 ? raw : raw.slice(0, first);
};

@CommandHandler(CorrectFile)
export class CorrectFileHandler implements ICommandHandler<CorrectFile> {
  constructor(
    @Inject(CARRY_OUT) private readonly carryOut: CarryOut,
    @Inject(LOG) private readonly log: EventLog,
    @Inject(LAW) private readonly law: LawOfTheDay,
  ) {}

  async execute({ file, correcting, context, mayTouch, ifRevision }: CorrectFile) {
    const raw = await loadStream(this.log, streamOfFile(file.register, file.id));
    if (raw.length === 0) throw notFound('hồ sơ');
    const seen = ifRevision === undefined ? {} : { ifRevision };
    const asked = { ...file, context, referenceAt: this.law.at, history: beforeIt(raw, context), ...seen };
    return this.carryOut.run(guarded(this.command(asked, correcting), mayTouch));
  }

  private command(asked: FileCommand & { readonly history: readonly StoredEvent[] }, correcting: Correcting) {
    switch (correcting.step) {
      case 'ask': {
        const { step: _, ...correction } = correcting;
        return requestCorrectionCommand({ ...asked, correction });
      }
      case 'approve':
        return approveCorrectionCommand({ ...asked, request: correcting.request, on: correcting.on });
      case 'refuse':
        return refuseCorrectionCommand({
          ...asked,
          request: correcting.request,
          on: correcting.on,
          reason: correcting.reason,
        });
    }
  }
}
