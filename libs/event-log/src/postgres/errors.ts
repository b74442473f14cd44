import { LogDenied, LogUnavailable, OutcomeUnknown } from '#engine';
import { DatabaseError } from 'pg';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The server is going away: what it was doing may or may not have been committed. */
const isGoodbye = (code: string) => code.startsWith('08') || code.startsWith('57P');

/** Wrong rights or a wrong password; no try will help. */
const isDenial = (code: string) => code === '42501' || code.startsWith('28');

/** The content itself was refused: bad data, a broken constraint, too complex a document. */
const isContent = (code: string) => code.startsWith('22') || code.startsWith('23') || code.startsWith('54');

const codeOf = (error: unknown) => (error instanceof DatabaseError ? (error.code ?? '') : undefined);

/** Whether the server blamed the content, of which one append of the group may be guilty and the others not. */
export const blamesContent = (error: unknown): boolean => isContent(codeOf(error) ?? '');

/** Whether the connection can serve again after this error. */
export const leavesConnectionUsable = (error: unknown): boolean => {
  const code = codeOf(error);
  return code !== undefined && !isGoodbye(code);
};

/** An error that came before anything was sent, or from a statement that only reads. */
export const unavailable = (error: unknown): LogUnavailable | LogDenied =>
  isDenial(codeOf(error) ?? '')
    ? new LogDenied(messageOf(error), { cause: error })
    : new LogUnavailable(messageOf(error), { cause: error });

/** An error that came after an append was sent: unless the server itself said that it failed, nobody knows. */
export const appendFailure = (error: unknown): LogUnavailable | LogDenied | OutcomeUnknown => {
  const code = codeOf(error);
  if (code === undefined || isGoodbye(code)) return new OutcomeUnknown(messageOf(error), { cause: error });
  if (isContent(code)) return new LogDenied(messageOf(error), { cause: error });
  return unavailable(error);
};
