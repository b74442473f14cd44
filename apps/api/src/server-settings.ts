/** What the routes need to know of how the server is reached. */
export interface ServerSettings {
  /** Cookies travel over TLS only: everywhere but on this machine's plain loopback. */
  readonly secureCookies: boolean;
  /** Whether reminders are mailed as well. */
  readonly mail: boolean;
}

export const SETTINGS = Symbol('ServerSettings');
