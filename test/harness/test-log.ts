import { openEventLog, type OpenEventLog } from '#event-log';

/**
 * The log that goes with a test's database: in it, or where EVENT_STORE_URL names another engine there, in a namespace of
 * the database's own. Programs and the API that this process starts from now on open the same.
 * @param url the database, as the writer or the projector
 */
export const testLog = (url: string): Promise<OpenEventLog> => {
  process.env['EVENT_STORE_NAMESPACE'] = `${new URL(url).pathname.slice(1)}-`;
  return openEventLog(process.env, { url });
};
