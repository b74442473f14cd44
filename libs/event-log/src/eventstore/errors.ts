import { ErrorType } from '@eventstore/db-client';
import { AppendTooLarge, LogDenied } from '#engine';

/** What a failed call means for who made it. */
export type Failure =
  /** The stream stands elsewhere: -1 when it doesn't exist. */
  | { readonly kind: 'conflict'; readonly actual: number }
  /** No other try will help. */
  | { readonly kind: 'refused'; readonly error: Error }
  /** The request certainly did nothing. */
  | { readonly kind: 'undone'; readonly text: string }
  /** It may have been carried out. */
  | { readonly kind: 'unknown'; readonly text: string };

/** Nobody answered in the time that we give. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/** gRPC status codes, https://grpc.io/docs/guides/status-codes/ */
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

const NEVER_CONNECTED = /ECONNREFUSED|No connection established|Name resolution failed|ENOTFOUND|EHOSTUNREACH/;
const NO_LEADER = /Failed to discover|Not ?Ready/i;

interface ClientError {
  readonly type?: string;
  readonly code?: number;
  readonly message: string;
  readonly actualVersion?: unknown;
  readonly maxAppendSize?: number;
}

const asClientError = (error: unknown): ClientError =>
  // The client rejects with its own classes, with plain errors and, in two places, with a string.
  error instanceof Error ? error : { message: String(error) };

const refused = (error: Error): Failure => ({ kind: 'refused', error });

/** Whether the client sits on a node that doesn't answer. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Silence || asClientError(error).type === ErrorType.DEADLINE_EXCEEDED;

/** Whether a read asked for a stream that isn't there. */
export const isNotFound = (error: unknown): boolean => asClientError(error).type === ErrorType.STREAM_NOT_FOUND;

/** @param bytes of the append that failed, for the text of a refusal */
export const failureOf = (error: unknown, bytes = 0): Failure => {
  const { type, code, message, actualVersion, maxAppendSize } = asClientError(error);
  const text = message || type || 'the event store gave no reason';
  const cause = { cause: error };
  if (type === ErrorType.WRONG_EXPECTED_VERSION)
    return { kind: 'conflict', actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
  if (type === ErrorType.NOT_LEADER) return { kind: 'undone', text };
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)
    return refused(new AppendTooLarge(bytes, maxAppendSize ?? bytes));
  if (type === ErrorType.STREAM_DELETED) return refused(new LogDenied(`the stream was deleted: ${text}`, cause));
  if (type === ErrorType.ACCESS_DENIED || code === PERMISSION_DENIED || code === UNAUTHENTICATED)
    return refused(new LogDenied(`the event store denies access: ${text}`, cause));
  if (code === INVALID_ARGUMENT || code === RESOURCE_EXHAUSTED || text.includes('BadRequest'))
    return refused(new LogDenied(`the event store refuses this request: ${text}`, cause));
  if (NO_LEADER.test(text) || (code === UNAVAILABLE && NEVER_CONNECTED.test(text))) return { kind: 'undone', text };
  return { kind: 'unknown', text };
};
