import { createReadStream, existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, resolve } from 'node:path';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Whether the API answers a path itself, and not the pages' own router. */
const isApi = (url: string) => url.startsWith('/api/') || url.startsWith('/calendar/');

/**
 * The built pages in front of an API that runs inside the test with a clock of its own, as a proxy would put them.
 * @returns the address to open
 */
export const pagesBefore = async (api: string): Promise<{ address: string; close: () => Promise<void> }> => {
  const folder = resolve('dist/apps/web');
  const server = createServer((asked, answer) => {
    const url = asked.url ?? '/';
    if (isApi(url)) {
      const onward = request(`${api}${url}`, { method: asked.method ?? 'GET', headers: asked.headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      answer.on('close', () => onward.destroy());
      asked.pipe(onward);
      return;
    }
    const path = join(folder, new URL(url, api).pathname);
    const file = extname(path) !== '' && existsSync(path) ? path : join(folder, 'index.html');
    answer.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
};
