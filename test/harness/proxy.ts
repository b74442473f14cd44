import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which answer is lost, and when the connection that it would have come over breaks. */
export interface Losing {
  /** Found in the request whose answer is lost; the next one, whatever it is, unless told. */
  readonly asking?: string;
  /** Milliseconds after the request; when the answer comes, unless told. */
  readonly breaksAfter?: number;
}

/** A stretch of wire of the test's own, between programs and their server. */
export interface Proxy {
  /** An address of the server, reached through it. */
  readonly through: (url: string) => string;
  /** Every byte comes this many milliseconds late, in order. */
  readonly slow: (delay: number) => void;
  /** Nothing passes any more, not even the end of a connection, and nobody is told; what was sent waits. */
  readonly hold: () => void;
  /** Questions pass, and no answer comes back. */
  readonly muffle: () => void;
  /** As a wire that works. */
  readonly mend: () => void;
  /** Lets a request through, keeps what comes back to itself, and breaks the connection. */
  readonly loseNextAnswer: (losing?: Losing) => void;
  /** Ends every connection without a word. */
  readonly cut: () => void;
  readonly close: () => void;
}

/** @param target port on this machine, or an address with one */
export const proxy = async (target: number | string): Promise<Proxy> => {
  const { port, hostname } = typeof target === 'number' ? { port: target, hostname: '127.0.0.1' } : new URL(target);
  if (!port) throw new Error(`no port in ${target}`);
  const sockets = new Set<Socket>();
  let delay = 0;
  let held: (() => void)[] | undefined;
  let questionsPass = false;
  let losing: Losing | undefined;

  const pass = (from: Socket, to: Socket, isAsking: boolean, lets: (bytes: Buffer) => boolean) => {
    // One after the other, however long each takes.
    let order = Promise.resolve();
    const inTurn = (go: () => void) => {
      const late = delay;
      order = order.then(async () => {
        if (late > 0) await sleep(late);
        if (held && !(isAsking && questionsPass)) await new Promise<void>((resolve) => held?.push(resolve));
        go();
      });
    };
    from.setNoDelay(true);
    sockets.add(from);
    from.on('error', () => undefined);
    from.on('data', (bytes) => {
      if (lets(bytes)) inTurn(() => to.writable && to.write(bytes));
    });
    from.on('close', () => {
      sockets.delete(from);
      inTurn(() => to.destroy());
    });
  };

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let lost: Losing | undefined;
    pass(near, far, true, (sent) => {
      if (losing && sent.includes(losing.asking ?? '')) {
        [lost, losing] = [losing, undefined];
        if (lost.breaksAfter !== undefined) setTimeout(() => near.destroy(), lost.breaksAfter);
      }
      return true;
    });
    pass(far, near, false, () => {
      if (lost && lost.breaksAfter === undefined) near.destroy();
      return !lost;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;

  const mend = () => {
    const waiting = held ?? [];
    delay = 0;
    held = undefined;
    questionsPass = false;
    for (const go of waiting) go();
  };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.hostname = '127.0.0.1';
      changed.port = String(own);
      return changed.href;
    },
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    hold: () => {
      held ??= [];
      questionsPass = false;
    },
    muffle: () => {
      held ??= [];
      questionsPass = true;
    },
    mend,
    loseNextAnswer: (which = {}) => {
      losing = which;
    },
    cut,
    close: () => {
      mend();
      cut();
      server.close();
    },
  };
};
