import { AppendTooLarge, type NewEvent, type Revision, type StreamWrite } from '#engine';

export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
  /** Data and metadata as JSON in UTF-8. */
  readonly bytes: number;
}

export interface PreparedWrite {
  readonly stream: string;
  /** -1 for a stream that must not exist yet. */
  readonly expected: Revision;
  readonly events: readonly PreparedEvent[];
}

/** An append checked and turned into text: what is left can only be refused for what stands in the log. */
export interface PreparedAppend {
  readonly writes: readonly PreparedWrite[];
  readonly events: number;
  /** Data and metadata as JSON in UTF-8. */
  readonly bytes: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UNFIT = /[\p{Cc}\p{Cs}]/u;
const LONGEST_NAME = 500;
const GREATEST = 2_147_483_647;

/** Whether a stream or a type may have this name. */
export const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_NAME && !UNFIT.test(name);

const checkName = (what: string, name: string) => {
  if (!isName(name))
    throw new TypeError(
      `a ${what} has 1 to ${LONGEST_NAME} characters and no control characters: ${JSON.stringify(name)}`,
    );
};

const asJson = (what: string, value: unknown): string => {
  // JSON.stringify says string, but answers undefined for undefined and functions.
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`an event's ${what} must be JSON`);
  return json;
};

const prepareEvent = ({ id, type, schemaVersion, data, metadata }: NewEvent): PreparedEvent => {
  if (!UUID.test(id)) throw new TypeError(`an event's id is a UUID in lower case, not ${JSON.stringify(id)}`);
  checkName('type', type);
  if (!Number.isInteger(schemaVersion) || schemaVersion < 0 || schemaVersion > GREATEST)
    throw new TypeError(`${schemaVersion} is no schema version`);
  const [dataJson, metadataJson] = [asJson('data', data), asJson('metadata', metadata)];
  const bytes = Buffer.byteLength(dataJson) + Buffer.byteLength(metadataJson);
  return { id, type, schemaVersion, data: dataJson, metadata: metadataJson, bytes };
};

const prepareWrite = ({ stream, expected, events }: StreamWrite): PreparedWrite => {
  checkName('stream name', stream);
  if (events.length === 0) throw new TypeError(`an append to ${stream} has no events`);
  if (expected !== 'noStream' && (!Number.isInteger(expected) || expected < 0 || expected > GREATEST - events.length))
    throw new TypeError(`${expected} is no revision`);
  return { stream, expected: expected === 'noStream' ? -1 : expected, events: events.map(prepareEvent) };
};

const checkUnique = (what: string, names: readonly string[]) => {
  if (names.length > 1 && new Set(names).size < names.length) throw new TypeError(`an append names each ${what} once`);
};

/**
 * @throws {TypeError} when the append makes no sense: nothing to write, a stream or an id twice, data that is no JSON
 * @throws {AppendTooLarge} when data and metadata are over `maxBytes`
 */
export const prepareAppend = (writes: readonly StreamWrite[], maxBytes: number): PreparedAppend => {
  if (writes.length === 0) throw new TypeError('an append writes to at least one stream');
  const prepared = writes.map(prepareWrite);
  const [only] = prepared;
  const events = only && prepared.length === 1 ? only.events : prepared.flatMap((write) => write.events);
  checkUnique(
    'stream',
    prepared.map(({ stream }) => stream),
  );
  checkUnique(
    'event',
    events.map(({ id }) => id),
  );
  let bytes = 0;
  for (const event of events) bytes += event.bytes;
  if (bytes > maxBytes) throw new AppendTooLarge(bytes, maxBytes);
  return { writes: prepared, events: events.length, bytes };
};
