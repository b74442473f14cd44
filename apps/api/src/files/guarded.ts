import { Rejection, stateOf, effectiveHistory, type Command } from '#engine';
import { registerNamed, type FileState } from '#casework';
import { fileOf } from './registers.js';

/** Whether who asks may touch a file that stands so. */
export type MayTouch = (state: FileState) => boolean;

/**
 * The command with the policy asked inside the decision, on the very state that is decided from: of every file it
 * touches that exists already.
 */
export const guarded = <A>(command: Command<A>, mayTouch: MayTouch): Command<A> => ({
  ...command,
  decide: (histories) => {
    for (const [stream, raw] of histories) {
      const file = fileOf(stream);
      if (!file || raw.length === 0) continue;
      if (!mayTouch(stateOf(registerNamed(file.register), effectiveHistory(raw))))
        throw new Rejection('forbidden', { detail: 'Hồ sơ này ngoài phạm vi của bạn, hoặc bạn chỉ được xem.' });
    }
    return command.decide(histories);
  },
});
