import type { Length, Severity } from '../src/index.js';

/** A due date worked out apart from the product: the lawful lengths by hand from the articles, the days on a calendar. */
export interface GoldenCase {
  readonly term: string;
  readonly severity?: Severity;
  readonly kind?: string;
  readonly from: string;
  readonly granted?: readonly { readonly on: string; readonly length: Length; readonly asked?: string }[];
  readonly due: string;
  /** What makes the case worth having. */
  readonly why?: string;
}
