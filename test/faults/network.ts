import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of wire of the test's own, between the programs and their database. */
export interface Network {
  /** The same address, reached through it. */
  readonly through: (url: string) => string;
  /** Every byte comes this many milliseconds late, in order. */
  readonly slow: (delay: number) => void;
  /** Nothing passes any more, and nobody is told; what was sent waits. */
  readonly hold: () => void;
  /** Questions pass, and no answer comes back. */
  readonly muffle: () => void;
  /** As a wire that works. */
  readonly mend: () => void;
  /** Ends every connection without a word. */
  readonly cut: () => void;
  readonly close: () => void;
}

/** @param target port on this machine */
export const network = async (target: number): Promise<Network> => {
  const sockets = new Set<Socket>();
  let delay = 0;
  let held: (() => void)[] | undefined;
  let questionsPass = false;

  const pass = (from: Socket, to: Socket, asking: boolean) => {
    // One after the other, however long each takes.
    let order = Promise.resolve();
    from.on('data', (bytes) => {
      const late = delay;
      order = order.then(async () => {
        if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
        if (held && !(asking && questionsPass)) await new Promise<void>((resolve) => held?.push(resolve));
        if (to.writable) to.write(bytes);
      });
    });
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    from.on('error', () => undefined);
  };

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      sockets.add(socket);
    }
    pass(near, far, true);
    pass(far, near, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const release = () => {
    const waiting = held ?? [];
    held = undefined;
    questionsPass = false;
    for (const go of waiting) go();
  };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    through: (url) => {
      const own = new URL(url);
      own.hostname = '127.0.0.1';
      own.port = String(port);
      return own.href;
    },
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    hold: () => {
      held ??= [];
    },
    muffle: () => {
      held ??= [];
      questionsPass = true;
    },
    mend: () => {
      delay = 0;
      release();
    },
    cut,
    close: () => {
      release();
      cut();
      server.close();
    },
  };
};
