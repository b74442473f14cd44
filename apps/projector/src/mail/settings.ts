/** Where mail goes out, and how it introduces itself. */
export interface MailSettings {
  /** e.g. `smtps://user:password@mail.example:465`. */
  readonly smtpUrl: string;
  /** The sender, an address or `Name <address>`. */
  readonly from: string;
  /** What Message-IDs end in: the sender's domain. */
  readonly domain: string;
  /** Where people see the pages, without a slash at the end. */
  readonly pagesUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = /([^\s<>@]+)@([^\s<>@]+)>?\s*$/;

/**
 * The settings of mail; undefined when mail is off (no KIEMSAT_SMTP_URL).
 * @throws when the server is given and its sender or address is not usable
 */
export const mailSettingsOf = (env: Environment): MailSettings | undefined => {
  const smtpUrl = env['KIEMSAT_SMTP_URL'];
  if (!smtpUrl) return undefined;
  if (!/^smtps?:\/\/[^/]/.test(smtpUrl)) throw new Error('KIEMSAT_SMTP_URL phải có dạng smtp://… hoặc smtps://….');
  const from = env['KIEMSAT_MAIL_FROM'] ?? '';
  const domain = ADDRESS.exec(from)?.[2];
  if (domain === undefined)
    throw new Error('KIEMSAT_MAIL_FROM phải là địa chỉ thư của người gửi, ví dụ Kiemsat <nhac-han@vks.example>.');
  const pagesUrl = (env['KIEMSAT_PUBLIC_URL'] || 'http://127.0.0.1:8080').replace(/\/+$/, '');
  return { smtpUrl, from, domain, pagesUrl };
};
