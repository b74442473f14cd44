import type { Length, Severity } from '../src/index.js';

/** What the law makes of an extension. */
export type Verdict = 'accepted' | 'late' | 'tooLong' | 'askedLate' | 'notProvided';

/** A due date worked out apart from the product: the lawful lengths by hand from the articles, the days on a calendar. */
export interface GoldenCase {
  /** Where the length was read. */
  readonly article: string;
  readonly term: string;
  readonly severity?: Severity;
  readonly kind?: string;
  readonly from: string;
  readonly granted?: readonly {
    readonly on: string;
    readonly length: Length;
    readonly asked?: string;
    readonly is?: Verdict;
  }[];
  readonly suspended?: readonly { readonly from: string; readonly to?: string }[];
  readonly changed?: readonly { readonly on: string; readonly severity: Severity }[];
  readonly prolonged?: { readonly on: string; readonly term?: string; readonly kind?: string };
  readonly due: string;
  /** The date by the other reading of an open point of the law. */
  readonly other?: { readonly point: string; readonly due: string };
  /** What makes the case worth having. */
  readonly why?: string;
}
