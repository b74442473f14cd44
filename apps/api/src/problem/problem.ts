/** One thing wrong with one field of a request. */
export interface FieldError {
  /** A JSON path, e.g. `data.on`. */
  readonly field: string;
  readonly detail: string;
}

export interface ProblemMore {
  readonly detail?: string;
  readonly field?: string;
  /** The article behind it. */
  readonly basis?: string;
  readonly errors?: readonly FieldError[];
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  /** The recorded event that would become impossible. */
  readonly fact?: string;
}

/** An answer that says no, as RFC 9457 wants it: `code` is stable, texts are Vietnamese. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly more: ProblemMore = {},
  ) {
    super(more.detail ?? title);
  }
}

export const notSignedIn = () => new Problem(401, 'not-signed-in', 'Bạn chưa đăng nhập hoặc phiên đã hết hạn.');

export const notFound = (what: string) => new Problem(404, 'not-found', `Không tìm thấy ${what}.`);
