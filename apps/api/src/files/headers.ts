import { Problem } from '../problem/problem.js';

/** The revision of If-Match; any revision will do for `*` and for no header. @throws {Problem} 400 */
export const revisionIn = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (revision === undefined)
    throw new Problem(400, 'bad-if-match', 'Tiêu đề If-Match không hợp lệ.', {
      detail: 'If-Match là ETag mà hồ sơ đã trả về, ví dụ "3".',
      field: 'If-Match',
    });
  return Number(revision);
};

export const etagOf = (revision: number): string => `"${revision}"`;

const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** The caller's trace, where it is one (W3C Trace Context). */
export const traceIn = (traceparent: string | undefined): string | undefined =>
  traceparent !== undefined && TRACEPARENT.test(traceparent) ? traceparent : undefined;
