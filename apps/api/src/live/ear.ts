import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const RECONNECT = 1000;
/** Asked this often whether it still answers, over the connection that listens. */
const BEAT = 1000;
/** Without an answer for so long, what is said may go unheard. */
const SURE_FOR = 3000;
/** And for so long, the connection counts as dead. */
const ALIVE_FOR = 5000;

/** What this process hears on channels of the database, over one connection that it makes again when it is lost. */
export interface Ear {
  /** Calls back for each notification on a channel, and whenever listening begins anew: some may have gone unheard. */
  readonly on: (channel: string, heard: () => void) => void;
  /** Whether everything that was said up to now has been heard, but for what is on its way. */
  readonly hears: () => boolean;
}

export interface EarOptions {
  /** A connection of its own to the server itself: through a transaction pooler nothing is heard. */
  readonly url: string;
  readonly channels: readonly string[];
  readonly signal: AbortSignal;
}

/** Listens until the signal. */
export const earOf = ({ url, channels, signal }: EarOptions): Ear => {
  const listeners = new Map(channels.map((channel) => [channel, new Set<() => void>()]));
  const ring = (channel: string) => listeners.get(channel)?.forEach((heard) => heard());
  let answered = -Infinity;

  /** @throws when there is no answer any more */
  const beat = async (client: pg.Client) => {
    while (!signal.aborted) {
      const asked = client.query('SELECT');
      const late = new AbortController();
      const dead = sleep(ALIVE_FOR, undefined, { signal: late.signal }).then(() => {
        throw new Error('the connection is silent');
      });
      // One of the two is never waited for to its end.
      for (const waiting of [asked, dead]) waiting.catch(() => undefined);
      await Promise.race([asked, dead]).finally(() => late.abort());
      answered = performance.now();
      await sleep(BEAT, undefined, { signal });
    }
  };

  const listen = async () => {
    while (!signal.aborted) {
      const client = new pg.Client({
        connectionString: url,
        application_name: 'kiemsat live',
        connectionTimeoutMillis: ALIVE_FOR,
      });
      const cut = new Promise<void>((resolve) => client.on('error', () => resolve()).on('end', () => resolve()));
      try {
        await client.connect();
        client.on('notification', ({ channel }) => ring(channel));
        await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
        channels.forEach(ring);
        await Promise.race([cut, beat(client)]);
      } catch {
        // Whoever listens looks by other means meanwhile.
      }
      answered = -Infinity;
      void client.end().catch(() => undefined);
      if (!signal.aborted) await sleep(RECONNECT, undefined, { signal }).catch(() => undefined);
    }
  };

  void listen();
  return {
    on: (channel, heard) => {
      const known = listeners.get(channel);
      if (!known) throw new Error(`nobody listens on ${channel}`);
      known.add(heard);
    },
    hears: () => performance.now() - answered < SURE_FOR,
  };
};
