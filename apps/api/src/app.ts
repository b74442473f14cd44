import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import rateLimit from '@fastify/rate-limit';
import pg from 'pg';
import { z } from 'zod';
import { openEventLog } from '#event-log';
import { checkpoint, READ_MODELS_CHANNEL } from '#read-models';
import { measuredLog, telemetryOff, type Telemetry } from '#telemetry';
import { prepareAccounts, type NewAccount } from './access/accounts.js';
import { migrateAccess } from './access/migrations.js';
import { ACCESS_CHANNEL, takenBackOf } from './access/taken-back.js';
import { ApiModule, type Wiring } from './api.module.js';
import type { Clock } from './clock.js';
import { describesApi, DESCRIPTION, type ApiDescription } from './describe/api-description.js';
import { FEEDS } from './calendar-feed/calendar.controller.js';
import { earOf } from './live/ear.js';
import { liveFeed } from './live/live-feed.js';
import { answerClientError, answerFrameworkError } from './problem/before-routes.js';
import { Problem } from './problem/problem.js';
import { lawOfTheDay } from './reference/law-of-the-day.js';
import { isLoopback, StartRefused, type Settings } from './settings.js';
import { watchStanding } from './telemetry/gauges.js';
import { watchRequests } from './telemetry/watch-requests.js';
import { pageOf, servePages } from './web-pages.js';

z.config(z.locales.vi());

/** A milestone is a few kilobytes; a correction of fifty facts some hundred. */
const MOST_BYTES = 1_000_000;

export interface RunningApi {
  /** e.g. `http://127.0.0.1:8080`. */
  readonly address: string;
  /** The accounts made at this start, with their passwords, told this once. */
  readonly accounts: readonly NewAccount[];
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

export interface ApiOptions extends Settings {
  readonly clock?: Clock;
  /** Told of the first accounts before they are kept. */
  readonly tellAccounts?: (accounts: readonly NewAccount[]) => void;
  /** Why nothing may be written now, if so. */
  readonly mayAppend?: () => string | undefined | Promise<string | undefined>;
  /** What it tells of itself; nothing unless told. Not closed with it. */
  readonly telemetry?: Telemetry;
  /** The folder of the embedded database, whose free space is told. */
  readonly dataFolder?: string;
}

/** Requests are checked by zod, answers by nothing: so the framework needn't load what it compiles schemas with. */
const noSchema = () => {
  throw new Error('no route has a schema of the framework’s own');
};

const adapterOf = ({ tls, behindProxy }: ApiOptions) =>
  new FastifyAdapter({
    bodyLimit: MOST_BYTES,
    trustProxy: behindProxy,
    rewriteUrl: pageOf,
    routerOptions: { maxParamLength: 200 },
    // No middleware: guards and hooks do it all, and what would carry them costs each request.
    skipMiddie: true,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    ...(tls ? { https: tls } : {}),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);

const secure = (app: NestFastifyApplication, overTls: boolean) =>
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'none'",
        fontSrc: ["'self'", 'data:'],
        formAction: "'self'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:'],
        objectSrc: "'none'",
        scriptSrc: "'self'",
        // The component library writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: overTls,
  });

const tooMany = (seconds: number) =>
  new Problem(429, 'too-many-requests', 'Yêu cầu quá nhiều lần.', { retryAfter: seconds });

const listen = async (app: NestFastifyApplication, { host, port }: ApiOptions) => {
  try {
    // Nest's own listen would log what is told in a line here.
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `Cổng ${port} đang có chương trình khác dùng. Hãy tắt nó hoặc chọn cổng khác bằng KIEMSAT_PORT.`,
      );
    if (code === 'EACCES') throw new StartRefused(`Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartRefused(`Máy này không có địa chỉ “${host}”. Hãy sửa KIEMSAT_HOST.`);
    throw error;
  }
};

/** The routes on Fastify, with everything that stands before them; not listening yet. */
const httpApp = async (options: ApiOptions, wiring: Omit<Wiring, 'settings'>): Promise<NestFastifyApplication> => {
  const { tls, behindProxy, host, web, requestsAMinute } = options;
  const secureCookies = tls !== undefined || behindProxy || !isLoopback(host);
  const module = ApiModule.with({ ...wiring, settings: { secureCookies, mail: options.mail === true } });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapterOf(options), {
    // Fastify's own parser takes JSON and nothing else: no form of another site is read.
    bodyParser: false,
    forceCloseConnections: true,
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  secure(app, secureCookies);
  await app.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
  app.setGlobalPrefix('api', { exclude: [FEEDS] });
  app.get<ApiDescription>(DESCRIPTION).document = describesApi(app);
  if (web !== undefined) await servePages(app, web);
  const fastify = app.getHttpAdapter().getInstance();
  watchRequests(fastify, wiring.telemetry);
  fastify.addHook('onSend', ({ url }, reply, _payload, done) => {
    if (url.startsWith('/api/') && !reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    done();
  });
  return app;
};

/**
 * Wires the libraries, listens, and answers until closed.
 * @throws {StartRefused} with a line that a person can act on
 */
export const startApi = async (options: ApiOptions): Promise<RunningApi> => {
  const { writerUrl, clock = () => new Date(), mayAppend, telemetry = telemetryOff, dataFolder } = options;
  const stop = new AbortController();
  const pool = new pg.Pool({ connectionString: writerUrl, max: 8 });
  pool.on('error', () => undefined);
  const onGroup = (appends: number) => telemetry.record('groupAppends', appends, {});
  const log = measuredLog(
    await openEventLog(process.env, { url: writerUrl, onGroup, ...(mayAppend ? { mayAppend } : {}) }),
    telemetry,
  );
  let app: NestFastifyApplication | undefined;
  const end = async () => {
    stop.abort();
    await app?.close();
    await log.close();
    await pool.end();
  };
  try {
    await migrateAccess(pool);
    const accounts = await prepareAccounts(pool, options.accounts, clock, {
      tell: options.tellAccounts,
      renew: options.newPasswords === true,
    });
    const law = await lawOfTheDay(log, stop.signal);
    const look = async () => (await checkpoint(pool)).position;
    const ear = earOf({ url: writerUrl, channels: [READ_MODELS_CHANNEL, ACCESS_CHANNEL], signal: stop.signal });
    const live = liveFeed({ ear, look, signal: stop.signal });
    const takenBack = takenBackOf(ear);
    if (telemetry.counts) watchStanding(telemetry, { pool, log, clock, dataFolder });
    app = await httpApp(options, { pool, log, law, live, takenBack, clock, telemetry });
    await listen(app, options);
    let closed: Promise<void> | undefined;
    return { address: addressOf(app, options), accounts, app, close: () => (closed ??= end()) };
  } catch (error) {
    await end();
    throw error;
  }
};

const addressOf = (app: NestFastifyApplication, { host, port, tls }: ApiOptions) => {
  const bound = app.getHttpServer().address();
  const actual = bound !== null && typeof bound === 'object' ? bound.port : port;
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${actual}`;
};
