import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Telemetry } from '#telemetry';

/** Answers that last as long as a page is open. */
const LIVE_ROUTE = '/api/live';

/** The pattern, never the address: that one names files. */
const routeOf = ({ routeOptions }: FastifyRequest) => routeOptions.url ?? 'unmatched';

/** Counts and times every answer by the pattern of its route, and opens the span that the rest of its work is part of. */
export const watchRequests = (fastify: FastifyInstance, telemetry: Telemetry): void => {
  const { counts, tracing } = telemetry;
  if (counts) {
    let live = 0;
    telemetry.gauge(['liveClients'], (set) => set('liveClients', live, {}));
    fastify.addHook('onRequest', (request, reply, next) => {
      if (routeOf(request) === LIVE_ROUTE) {
        live++;
        reply.raw.once('close', () => live--);
      }
      next();
    });
    fastify.addHook('onResponse', (request, reply, next) => {
      const { method } = request;
      const route = routeOf(request);
      telemetry.count('httpRequests', { method, route, status: String(reply.statusCode) });
      if (route !== LIVE_ROUTE) telemetry.record('httpSeconds', reply.elapsedTime / 1000, { method, route });
      next();
    });
  }
  if (tracing)
    fastify.addHook('onRequest', (request, reply, next) => {
      const { method, headers } = request;
      const route = routeOf(request);
      const parent = typeof headers.traceparent === 'string' ? headers.traceparent : undefined;
      const attributes = { 'http.request.method': method, 'http.route': route };
      void tracing.during(`${method} ${route}`, { serves: true, parent, attributes }, async (tell) => {
        const closed = new Promise<void>((resolve) => reply.raw.once('close', () => resolve()));
        // What comes after is called from here, so that its spans belong to this one.
        next();
        await closed;
        tell({ 'http.response.status_code': reply.statusCode });
      });
    });
};
