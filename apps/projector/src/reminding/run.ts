import pg from 'pg';
import { followReference, referenceTimeline } from '#casework';
import { openEventLog } from '#event-log';
import { keepCompleting } from '../completing/keep-completing.js';
import { keepMailing } from '../mail/keep-mailing.js';
import { postOf } from '../mail/post.js';
import type { MailSettings } from '../mail/settings.js';
import type { Clock } from './clock.js';
import { deskOf } from './desk.js';
import { keepReminding } from './remind.js';
import { whileActive } from './while-active.js';

export interface RemindingOptions {
  /** The writer's role. */
  readonly url: string;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Nothing is mailed without them. */
  readonly mail?: MailSettings | undefined;
  /** Why nothing may be written now, if so. */
  readonly mayAppend?: () => string | undefined | Promise<string | undefined>;
  /** Told of each failure that is tried again. */
  readonly onTrouble: (error: unknown) => void;
}

const PATIENCE = 1_000;

/**
 * Reminders and their mail as durable reactions, until the signal; and what facts have for a second file, where the log
 * takes one stream at a time. Whatever fails is tried again; none holds up another.
 */
export const runReminding = async ({
  url,
  signal,
  clock,
  mail,
  mayAppend,
  onTrouble,
}: RemindingOptions): Promise<void> => {
  const log = await openEventLog(process.env, { url, readers: 4, ...(mayAppend ? { mayAppend } : {}) });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  const timeline = referenceTimeline();
  try {
    await whileActive({ url, signal, patience: PATIENCE, onTrouble }, async (active) => {
      const ending = new AbortController();
      const end = () => ending.abort();
      active.addEventListener('abort', end);
      if (active.aborted) end();
      const following = followReference(log, timeline, ending.signal);
      const post = mail && postOf(mail);
      try {
        await following.ready;
        const desk = deskOf({ log, pool, timeline, clock });
        const parts = [following.done, keepReminding(desk, ending.signal)];
        if (mail && post) parts.push(keepMailing({ desk, post, settings: mail, signal: ending.signal, onTrouble }));
        if (!log.capabilities.severalStreams) parts.push(keepCompleting({ desk, signal: ending.signal, onTrouble }));
        // The first to end ends the turn; the others leave what they do in order before the next begins.
        const ended = await Promise.allSettled(parts.map((part) => part.finally(end)));
        for (const part of ended) if (part.status === 'rejected') throw part.reason;
      } finally {
        end();
        active.removeEventListener('abort', end);
        post?.close();
      }
    });
  } finally {
    await log.close();
    await pool.end();
  }
};
