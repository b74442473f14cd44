import type { FastifyRequest } from 'fastify';

const NAME = 'kiemsat_session';
const PATTERN = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{20,100})(?:;|$)`);

export const cookieSecret = ({ headers }: FastifyRequest): string | undefined =>
  PATTERN.exec(headers.cookie ?? '')?.[1];

/** A session cookie: unseen by scripts, never sent from another site, over TLS only where there is TLS. */
export const sessionCookie = (secret: string, seconds: number, secure: boolean): string =>
  `${NAME}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
