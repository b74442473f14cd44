import type { Metadata, StoredEvent } from '#engine';
import type { Pool } from 'pg';
import { positionOf } from '../position.js';
import { leavesConnectionUsable, unavailable } from './errors.js';

/** Everything arrives as text: the driver's parsers would only parse what we parse again. */
const asText = { getTypeParser: () => (value: string) => value };

/** The columns of an event after its position and its stream's name, of the table as `e`. */
export const COLUMNS = 'e.revision, e.id, e.type, e.schema_version, e.data, e.metadata';

export type Row = [
  position: string,
  stream: string,
  revision: string,
  id: string,
  type: string,
  schemaVersion: string,
  data: string,
  metadata: string,
];

export const asEvent = ([position, stream, revision, id, type, schemaVersion, data, metadata]: Row): StoredEvent => ({
  id,
  stream,
  revision: Number(revision),
  position: positionOf(position),
  type,
  schemaVersion: Number(schemaVersion),
  data: JSON.parse(data) as unknown,
  metadata: JSON.parse(metadata) as Metadata,
});

/** Runs a prepared statement that only reads. @throws {LogUnavailable} */
export type Select = <R extends unknown[]>(name: string, text: string, values: readonly unknown[]) => Promise<R[]>;

/** A connection that idled may have died unnoticed: reading twice harms nobody. */
export const selecting = (pool: Pool): Select => {
  const once = async <R extends unknown[]>(name: string, text: string, values: readonly unknown[]): Promise<R[]> => {
    const client = await pool.connect();
    let usable = true;
    try {
      const { rows } = await client.query<R>({
        name,
        text,
        values: [...values],
        rowMode: 'array',
        types: asText,
      });
      return rows;
    } catch (error) {
      usable = leavesConnectionUsable(error);
      throw error;
    } finally {
      client.release(!usable);
    }
  };

  return async <R extends unknown[]>(name: string, text: string, values: readonly unknown[]) => {
    try {
      return await once<R>(name, text, values).catch((error: unknown) => {
        if (leavesConnectionUsable(error)) throw error;
        return once<R>(name, text, values);
      });
    } catch (error) {
      throw unavailable(error);
    }
  };
};
