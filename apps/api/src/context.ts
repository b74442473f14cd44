import { derivedId, type CommandContext } from '#engine';
import type { Who } from './access/roles.js';
import type { Clock } from './clock.js';
import { sha256 } from './digest.js';
import { Problem } from './problem/problem.js';
import type { LawOfTheDay } from './reference/law-of-the-day.js';

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * The command's id: the same key from the same person is the same command, however often it is sent.
 * @throws {Problem} 400 without a key of 8 to 200 visible ASCII characters
 */
export const commandIdOf = (key: string | undefined, who: Who): string => {
  if (key === undefined || !KEY.test(key))
    throw new Problem(400, 'no-idempotency-key', 'Thiếu mã lệnh.', {
      detail: 'Tiêu đề Idempotency-Key phải có 8 đến 200 ký tự, mỗi lệnh một mã.',
      field: 'Idempotency-Key',
    });
  return derivedId(sha256, `${who.personId}/${key}`);
};

/** Who asks is who signed in; when is the server's clock; the law is the latest heard of. */
export const contextOf = (
  who: Who,
  commandId: string,
  { clock, law, traceparent }: { clock: Clock; law: LawOfTheDay; traceparent?: string | undefined },
): CommandContext => ({
  commandId,
  actor: who.personId,
  unit: who.unit,
  recordedAt: clock().toISOString(),
  reference: law.timeline.position,
  ...(traceparent === undefined ? {} : { traceparent }),
});
