import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  /** The address of the SMTP server. */
  readonly url: string;
  /** What lies in the folder, one a Message-ID. */
  readonly mails: () => Promise<readonly Mail[]>;
  /** The Message-IDs that the server took, as often as it took them. */
  readonly taken: readonly string[];
  readonly close: () => Promise<void>;
}

export interface MailboxOptions {
  readonly folder: string;
  /** A port to come back to; any free one unless told. */
  readonly port?: number;
  /** Milliseconds between a letter's last byte and the server's answer. */
  readonly answersAfter?: () => number;
  /** Why a recipient is refused, with its status. */
  readonly refuses?: (address: string) => { readonly status: number; readonly text: string } | undefined;
}

const refusal = ({ status, text }: { status: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: status });

/**
 * A real SMTP server that lays letters into a folder as mailboxes do: under their Message-ID, so that one that comes a
 * second time lies there once.
 */
export const openMailbox = async ({
  folder,
  port = 0,
  answersAfter = () => 0,
  refuses = () => undefined,
}: MailboxOptions): Promise<Mailbox> => {
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const keep = (raw: Buffer) => {
    const messageId = /^Message-ID: (\S+)/im.exec(raw.toString('utf8'))?.[1] ?? '';
    taken.push(messageId);
    const file = join(folder, `${createHash('sha256').update(messageId).digest('hex')}.eml`);
    if (!existsSync(file)) writeFileSync(file, raw);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const why = refuses(address);
      if (why) done(refusal(why));
      else done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keep(Buffer.concat(chunks));
        setTimeout(() => done(null, 'queued'), answersAfter());
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  const bound = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    taken,
    mails: () =>
      Promise.all(
        readdirSync(folder).map(async (file) => {
          const {
            messageId = '',
            to,
            from,
            subject = '',
            text = '',
          } = await PostalMime.parse(readFileSync(join(folder, file)));
          return { messageId, to: to?.[0]?.address ?? '', from: from?.address ?? '', subject, text };
        }),
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
