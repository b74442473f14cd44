export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  /** Left out where the title says it all. */
  readonly detail?: string;
  readonly field?: string;
  readonly basis?: string;
  readonly fact?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
}

/** The API's answer when it refuses, or one of the same shape when it couldn't be reached. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

const unreachable: Problem = {
  code: 'unreachable',
  title: 'Không kết nối được',
  status: 0,
  detail: 'Không kết nối được máy chủ. Nội dung đã nhập vẫn còn; hãy thử lại.',
};

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The API's answer as it came.
 * @throws {ProblemError} with the API's own words when it refuses
 */
export const send = async (path: string, { method = 'GET', body, headers }: CallOptions = {}): Promise<Response> => {
  const response = await fetch(`/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: { 'X-Kiemsat': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ProblemError(unreachable);
  });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw new ProblemError((problem as Problem | undefined) ?? { ...unreachable, status: response.status });
};

/**
 * One call to the API.
 * @throws {ProblemError} with the API's own words
 */
export const call = async <T>(path: string, options: CallOptions = {}): Promise<T> => {
  const response = await send(path, options);
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  return answer as T;
};

/** A query string of what is set. */
export const query = (parameters: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()}`;
};
