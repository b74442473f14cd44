import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';

/** Files whose name holds a hash of their content never change. */
const HASHED = '/assets/';
const YEAR = 'public, max-age=31536000, immutable';

/** An address that the pages' own router answers is the one page there is. */
export const pageOf = ({ method, url = '/', headers }: IncomingMessage): string => {
  const isPage =
    (method === 'GET' || method === 'HEAD') &&
    (headers.accept ?? '').includes('text/html') &&
    !url.startsWith('/api/') &&
    !/\.\w+(\?|$)/.test(url);
  return isPage ? '/index.html' : url;
};

export const servePages = async (app: NestFastifyApplication, folder: string): Promise<void> => {
  // Only where there are pages to serve: an API on its own needs none of it.
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', path.replaceAll('\\', '/').includes(HASHED) ? YEAR : 'no-cache');
    },
  });
};
