import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Long enough for an append to be carried out, and short of every deadline. */
const HELD = 300;

const addressOf = (url: string) => {
  const [, before = '', host = '', port = '2113', after = ''] =
    /^(\w+:\/\/(?:[^@]*@)?)([^:/?,]+)(?::(\d+))?(.*)$/.exec(url) ?? [];
  return { before, host, port: Number(port), after };
};

/**
 * Between the log and one node. Once asked to, it lets the next request through, keeps what comes back to itself, and
 * breaks the connection; or it breaks all connections at once.
 */
export const eventStoreProxy = async (url: string) => {
  const { before, host, port, after } = addressOf(url);
  const sockets = new Set<Socket>();
  let losing = false;
  const server = createServer((client) => {
    const upstream = connect(port, host);
    let lost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (sent) => {
      if (losing) {
        losing = false;
        lost = true;
        setTimeout(() => client.destroy(), HELD);
      }
      upstream.write(sent);
    });
    upstream.on('data', (answer) => {
      if (!lost) client.write(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `${before}127.0.0.1:${(server.address() as AddressInfo).port}${after}`,
    loseNextAnswer: () => {
      losing = true;
    },
    cut,
    close: () => {
      server.close();
      cut();
    },
  };
};
