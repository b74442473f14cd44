export interface RejectionDetail {
  /** What is wrong, in Vietnamese, with the values at hand. */
  readonly detail: string;
  /** The article the rule stands on. */
  readonly basis?: string;
  /** The field of the fact to mend, as a JSON path. */
  readonly field?: string;
  /** The event that would become impossible, when a correction is refused. */
  readonly fact?: string;
}

/** A rule said no. `code` is stable and public; the API maps it to RFC 9457. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  constructor(
    readonly code: string,
    readonly more: RejectionDetail,
  ) {
    super(more.detail);
  }
}
