import { connect, type Socket } from 'node:net';

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Connection {
  readonly socket: Socket;
  /** Takes the next answer on this connection. */
  settle: ((answer: Answer) => void) | undefined;
  fail: ((error: Error) => void) | undefined;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * A client of one server over connections that are kept, one request at a time on each. It knows as much of HTTP/1.1 as
 * the bench needs (answers with a Content-Length), so that it takes as little as it can of the processor it shares with
 * what it measures.
 */
export const httpClient = (address: string) => {
  const { hostname, port, host } = new URL(address);
  const idle: Connection[] = [];
  const all: Connection[] = [];

  const open = (): Connection => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const connection: Connection = { socket, settle: undefined, fail: undefined };
    let received = '';
    // One character a byte, so that lengths in bytes are lengths of the text.
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      received += part;
      const head = received.indexOf(END_OF_HEAD);
      if (head < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1];
      const body = head + END_OF_HEAD.length;
      if (length === undefined) return connection.fail?.(new Error(`no length: ${received.slice(0, head)}`));
      if (received.length < body + Number(length)) return;
      const text = received;
      received = '';
      idle.push(connection);
      connection.settle?.({ status: Number(text.slice(9, 12)), text });
    });
    socket.on('error', (error) => connection.fail?.(error));
    socket.on('close', () => {
      if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
      connection.fail?.(new Error('the server closed the connection'));
    });
    all.push(connection);
    return connection;
  };

  return {
    /** @returns the answer with its head as text; throws unless it is a 200 */
    post: async (path: string, headers: Readonly<Record<string, string>>, body: object): Promise<string> => {
      const json = JSON.stringify(body);
      const head = Object.entries({
        host,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(json)),
        ...headers,
      });
      const connection = idle.pop() ?? open();
      const { status, text } = await new Promise<Answer>((resolve, reject) => {
        connection.settle = resolve;
        connection.fail = reject;
        connection.socket.write(
          `POST ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${json}`,
        );
      });
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return text;
    },
    close: () => {
      for (const { socket } of all) socket.destroy();
    },
  };
};
