import { setTimeout as sleep } from 'node:timers/promises';
import { loadStream } from '#engine';
import { dayIn } from '#law';
import { fileOfNotices, messageIdOf, nextAttempt, noticesOf, noticeStreamOf, reminderMail, whyAt } from '#reminders';
import type { Unmailed } from '#read-models';
import type { Desk } from '../reminding/desk.js';
import type { Post, Posted } from './post.js';
import type { MailSettings } from './settings.js';

const TRY_AGAIN = 1_000;

/** Where a file is seen in the pages. */
const linkTo = (pagesUrl: string, file: string) => {
  const dash = file.indexOf('-');
  return `${pagesUrl}/ho-so/${file.slice(0, dash)}/${encodeURIComponent(file.slice(dash + 1))}`;
};

export interface Delivering {
  readonly desk: Desk;
  readonly post: Post;
  readonly settings: MailSettings;
  readonly signal: AbortSignal;
  readonly onTrouble: (error: unknown) => void;
}

/** Writes an outcome down, and doesn't give up: forgotten, it would be sent again. */
const insist = async ({ signal, onTrouble }: Delivering, write: () => Promise<unknown>) => {
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (signal.aborted) throw error;
      onTrouble(error);
      await sleep(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }
};

/** Nothing to do any more; or not before an instant in milliseconds; or what the attempt came to. */
export type Delivery = 'settled' | { readonly notBefore: number } | Posted;

/**
 * Tries one reminder's mail: the attempt stands in the log before the server hears of it, and its outcome after. What the
 * log says of earlier attempts decides, not the read models.
 */
export const deliver = async (
  { id, file, person }: Unmailed,
  to: string,
  delivering: Delivering,
): Promise<Delivery> => {
  const { desk, post, settings } = delivering;
  const stream = noticeStreamOf(file);
  const raw = await loadStream(desk.log, stream);
  const notice = noticesOf(raw).get(id);
  const event = raw.find((one) => one.id === id);
  const from = notice && nextAttempt(notice.mail);
  if (!event || !notice || from === undefined) return 'settled';
  if (from > desk.clock().getTime()) return { notBefore: from };
  const { reminded, mail } = notice;
  const { metadata } = event;
  const why = whyAt(
    reminded.item,
    await loadStream(desk.log, fileOfNotices(stream)),
    desk.timeline.at,
    metadata.reference,
  );
  if (!why) return 'settled';
  const attempt = mail.attempts + 1;
  const messageId = mail.messageId ?? messageIdOf(id, settings.domain);
  const wanted = {
    file,
    unit: metadata.unit,
    confidentiality: metadata.confidentiality,
    reference: metadata.reference,
  };
  const on = () => dayIn(desk.clock());
  await desk.write({
    ...wanted,
    name: `mail/${id}/${attempt}`,
    decide: () => [{ type: 'ReminderMailAttempted', data: { on: on(), reminder: id, messageId, attempt } }],
  });
  const people = desk.timeline.at(desk.timeline.position).people;
  const text = reminderMail(reminded, why, {
    addresseeName: people.get(person)?.name ?? person,
    link: linkTo(settings.pagesUrl, file),
  });
  const posted = await post.send({ ...text, to, messageId });
  const { outcome, reply } = posted;
  if (outcome === 'delivered' || outcome === 'refused')
    await insist(delivering, () =>
      desk.write({
        ...wanted,
        name: `mailed/${id}`,
        decide: () => [{ type: 'ReminderMailed', data: { on: on(), reminder: id, messageId, outcome, reply } }],
      }),
    );
  return posted;
};
