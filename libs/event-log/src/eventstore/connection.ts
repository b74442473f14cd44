import { EventStoreDBClient } from '@eventstore/db-client';

/**
 * Used where the connection string says nothing: gossip in seconds, the rest in milliseconds. A member that doesn't
 * answer must not eat the patience of a call, and a host that went silent must be noticed while calls wait for it.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  connectionName: 'kiemsat',
  gossipTimeout: '2',
  keepAliveTimeout: '5000',
};

/** Without it, a failed append would be reported as if it had succeeded at revision 1. */
const ALWAYS: Readonly<Record<string, string>> = { throwOnAppendFailure: 'true' };

/** @returns what the client is given: `kurrentdb://` is the younger name of `esdb://` */
export const connectionString = (url: string): string => {
  const [address = '', query = ''] = url.replace(/^kurrent(db)?(?=[:+])/, 'esdb').split('?', 2);
  const given = query.split('&').filter((pair) => pair !== '');
  const names = given.map((pair) => pair.split('=', 1)[0]?.toLowerCase());
  const settings = [
    ...given.filter((_, i) => !Object.keys(ALWAYS).some((name) => name.toLowerCase() === names[i])),
    ...Object.entries(DEFAULTS)
      .filter(([name]) => !names.includes(name.toLowerCase()))
      .map(([name, value]) => `${name}=${value}`),
    ...Object.entries(ALWAYS).map(([name, value]) => `${name}=${value}`),
  ];
  return `${address}?${settings.join('&')}`;
};

/** Two members of the client of the version fixed in package.json, which its types keep from others. */
interface Inside {
  handleError: (...failed: readonly unknown[]) => Promise<void>;
  supports: () => Promise<boolean>;
}

/**
 * Appends go one call each, never by the stream that all appends of the module would share: there a late answer throws
 * where nobody can catch it, and deadlines are the server's. And a failed search for a leader, which the client awaits
 * where nobody listens, must not end the process; the call that needed the leader fails all the same.
 */
const tamed = (client: EventStoreDBClient): EventStoreDBClient => {
  // The types call these members private; nothing else offers what is needed here.
  const inside = client as unknown as Inside;
  const { handleError } = inside;
  if (typeof handleError !== 'function' || typeof inside.supports !== 'function')
    throw new TypeError('this version of @eventstore/db-client has changed inside: see its ADR');
  inside.handleError = async (...failed) => handleError(...failed).catch(() => undefined);
  inside.supports = async () => false;
  return client;
};

/**
 * The one client of a log. A client keeps to the node it found, even when that node is silent; one that had to be waited
 * for in vain is therefore replaced, so that a cluster's leader is looked for anew.
 * @throws {Error} when the connection string makes no sense or a certificate file isn't there
 */
export const connecting = (url: string, retireAfter: number) => {
  const text = connectionString(url);
  const open = () => tamed(EventStoreDBClient.connectionString(text));
  let client = open();
  const dispose = (old: EventStoreDBClient) => old.dispose().catch(() => undefined);
  return {
    client: (): EventStoreDBClient => client,
    /** Only once for each client, however many calls it failed; what still waits on it is given time to end. */
    replace: (failed: EventStoreDBClient): void => {
      if (failed !== client) return;
      client = open();
      setTimeout(() => void dispose(failed), retireAfter).unref();
    },
    /** The client may wait for ever for what it disposes of. */
    close: (): Promise<unknown> =>
      Promise.race([dispose(client), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]),
  };
};

export type Connection = ReturnType<typeof connecting>;
