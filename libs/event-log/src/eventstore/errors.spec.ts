import { describe, expect, it } from '@jest/globals';
import { ErrorType } from '@eventstore/db-client';
import { failureOf, isSilence, Silence } from './errors.js';

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);

describe('what a failed call to the event store means', () => {
  it.each([
    ['another revision', failed('', { type: ErrorType.WRONG_EXPECTED_VERSION, actualVersion: 4n }), 4],
    ['no stream', failed('', { type: ErrorType.WRONG_EXPECTED_VERSION, actualVersion: 'no_stream' }), -1],
  ])('given %s, then it is a conflict', (_, error, actual) => {
    expect(failureOf(error)).toEqual({ kind: 'conflict', actual });
  });

  it.each([
    ['a follower', failed('5 NOT_FOUND: Leader info available', { type: ErrorType.NOT_LEADER, code: 5 })],
    ['an election', failed('Could not recognize Server Is Not Ready')],
    ['no leader', failed('Failed to discover after 10 attempts.')],
    ['nobody there', failed('14 UNAVAILABLE: connect ECONNREFUSED 127.0.0.1:2113', { code: 14 })],
  ])('given %s, then nothing was done', (_, error) => {
    expect(failureOf(error)).toMatchObject({ kind: 'undone', text: error.message });
  });

  it.each([
    ['a broken connection', failed('14 UNAVAILABLE: read ECONNRESET', { type: ErrorType.UNAVAILABLE, code: 14 })],
    ['a deadline', failed('', { type: ErrorType.DEADLINE_EXCEEDED, code: 4 })],
    ['a leader going down', failed('13 INTERNAL: Received RST_STREAM with code 0', { code: 13 })],
    ['silence', new Silence('no answer')],
    ['a bare string', 'Impossible situation'],
  ])('given %s, then it may have been done, and there is a text', (_, error) => {
    const failure = failureOf(error);
    expect(failure.kind).toBe('unknown');
    expect('text' in failure && failure.text).not.toBe('');
  });

  it.each([
    ['no right', failed('', { type: ErrorType.ACCESS_DENIED }), 'LogDenied'],
    ['a wrong password', failed('16 UNAUTHENTICATED', { code: 16 }), 'LogDenied'],
    ['a deleted stream', failed('', { type: ErrorType.STREAM_DELETED }), 'LogDenied'],
    ['a bad request', failed('Could not recognize BadRequest'), 'LogDenied'],
    ['too much', failed('', { type: ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED, maxAppendSize: 1 }), 'AppendTooLarge'],
  ])('given %s, then it is refused with a text', (_, error, name) => {
    const failure = failureOf(error, 2);
    expect(failure).toMatchObject({ kind: 'refused', error: { name } });
    expect('error' in failure && failure.error.message).toMatch(/\w+ \w+/);
  });

  it('given a deadline or silence, then the node is one that does not answer; given a refusal, it is not', () => {
    expect(isSilence(failed('', { type: ErrorType.DEADLINE_EXCEEDED }))).toBe(true);
    expect(isSilence(new Silence('no answer'))).toBe(true);
    expect(isSilence(failed('14 UNAVAILABLE', { type: ErrorType.UNAVAILABLE, code: 14 }))).toBe(false);
  });
});
