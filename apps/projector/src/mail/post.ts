import { createTransport } from 'nodemailer';
import type { MailText } from '#reminders';
import type { MailSettings } from './settings.js';

interface Letter extends MailText {
  readonly to: string;
  readonly messageId: string;
}

/** What became of a letter; `unknown` when it may have been taken though no answer came. */
export interface Posted {
  readonly outcome: 'delivered' | 'refused' | 'notYet' | 'unknown';
  readonly reply: string;
}

export interface Post {
  /** @throws when the server can't be reached or doesn't let this program in */
  readonly ready: () => Promise<void>;
  readonly send: (letter: Letter) => Promise<Posted>;
  readonly close: () => void;
}

/** A server's words as they may be stored: one line of printable text. */
const plain = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, 500);

const field = (error: unknown, name: string): unknown =>
  error !== null && typeof error === 'object' && name in error ? (error as Record<string, unknown>)[name] : undefined;

/**
 * What a failure to send says. Only the recipient or the content is refused for good; a sender or a password that the
 * server doesn't like is for the operator to put right, and the letter waits.
 */
const failed = (error: unknown): Posted => {
  const reply = plain(error instanceof Error ? error.message : String(error));
  const status = field(error, 'responseCode');
  if (typeof status !== 'number') return { outcome: 'unknown', reply };
  const ofLetter = field(error, 'command') === 'RCPT TO' || field(error, 'command') === 'DATA';
  return { outcome: status >= 500 && ofLetter ? 'refused' : 'notYet', reply };
};

/** The way out, over one SMTP server; each letter on a connection of its own. */
export const postOf = ({ smtpUrl, from }: MailSettings): Post => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    ready: async () => {
      await transport.verify();
    },
    send: async ({ to, messageId, subject, text }) => {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'delivered', reply: plain(response) };
      } catch (error) {
        return failed(error);
      }
    },
    close: () => transport.close(),
  };
};
