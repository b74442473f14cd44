import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from './telemetry.js';

export interface WatcherOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: (request: IncomingMessage, response: ServerResponse) => void;
  readonly health: () => Promise<Health>;
}

/** Whoever watches asks again soon; an answer that takes longer is worth nothing. */
const PATIENCE = 5_000;

const unanswered = (): Promise<Health> =>
  new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, told: { reason: 'no answer in time' } }), PATIENCE).unref();
  });

const answerHealth = async (ask: () => Promise<Health>, response: ServerResponse) => {
  const { ok, told } = await Promise.race([
    ask().catch((): Health => ({ ok: false, told: { reason: 'unreadable' } })),
    unanswered(),
  ]);
  response
    .writeHead(ok ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify({ status: ok ? 'ok' : 'failing', ...told }));
};

/**
 * `GET /metrics` and `GET /health` on a port of their own, apart from what people reach.
 * @throws what listening fails with, e.g. EADDRINUSE
 */
export const serveWatchers = async ({ host, port, metrics, health }: WatcherOptions) => {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end();
    else if (path === '/metrics') metrics(request, response);
    else if (path === '/health') void answerHealth(health, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, () => resolve());
  });
  server.unref();
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
