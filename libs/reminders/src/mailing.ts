import type { MailSoFar } from './notices.js';

const SECOND = 1000;
const LONGEST = 6 * 3_600 * SECOND;

/** How long to wait after so many attempts, in milliseconds: two seconds, then twice as long each time, up to six hours. */
export const pauseAfter = (attempts: number): number => Math.min(2 * SECOND * 2 ** Math.max(0, attempts - 1), LONGEST);

/**
 * When a mail may be tried next, an instant in milliseconds; never, once its outcome is known. An attempt without an
 * outcome may have arrived or not: it is made again under the same Message-ID, by which the receiving side knows it.
 */
export const nextAttempt = ({ attempts, lastAttempt, outcome }: MailSoFar): number | undefined => {
  if (outcome !== undefined) return undefined;
  return lastAttempt === undefined ? 0 : Date.parse(lastAttempt) + pauseAfter(attempts);
};

/** The Message-ID of a reminder's mail: it follows from the event, whoever sends it and however often. */
export const messageIdOf = (reminder: string, domain: string): string => `<${reminder}@${domain}>`;
