/** What a person (or a machine in a person's name) may be. */
export const ROLES = ['prosecutor', 'unitHead', 'statisticsClerk', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: taken from the session or the token, never from the request's own words. */
export interface Who {
  readonly username: string;
  readonly personId: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** A page's session or a machine's token. */
  readonly via: 'session' | 'token';
}
