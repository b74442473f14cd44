import { HttpException } from '@nestjs/common';
import { AppendTooLarge, LogDenied, LogUnavailable, OutcomeUnknown, Rejection, RevisionConflict } from '#engine';
import { UnknownPeriod } from '#indicators';
import { LAW_REFUSALS } from '../law/refusals.js';
import { Problem } from './problem.js';

/** Refusals that aren't a conflict with the file's state. All others are 409. */
const STATUS_OF_REJECTION: Readonly<Record<string, number>> = {
  'revision-moved': 412,
  'command-id-reused': 422,
  'in-the-future': 422,
  'unknown-event': 422,
  'unknown-fact': 400,
  'invalid-fact': 400,
  'own-request': 403,
  forbidden: 403,
  'not-the-head': 403,
  'invalid-id': 400,
  'no-such-request': 404,
  ...LAW_REFUSALS,
  'unknown-reminder': 404,
  'not-the-addressee': 403,
};

const TITLE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'Nội dung gửi lên chưa đúng',
  401: 'Chưa đăng nhập',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Không hỗ trợ',
  409: 'Không ghi được',
  412: 'Hồ sơ đã thay đổi',
  413: 'Nội dung gửi lên quá lớn',
  414: 'Địa chỉ quá dài',
  415: 'Chỉ nhận nội dung JSON',
  422: 'Không xử lý được',
  429: 'Yêu cầu quá nhiều lần',
  503: 'Máy chủ tạm thời chưa phục vụ được',
};

const ofRejection = ({ code, more }: Rejection): Problem => {
  const status = STATUS_OF_REJECTION[code] ?? 409;
  return new Problem(status, code, TITLE_OF_STATUS[status] ?? 'Không ghi được', more);
};

const statusIn = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (error !== null && typeof error === 'object' && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return undefined;
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  413: 'too-large',
  414: 'address-too-long',
  415: 'not-json',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** What any error means to a caller; undefined for a fault of our own. */
export const problemOf = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return ofRejection(error);
  if (error instanceof UnknownPeriod)
    return new Problem(400, 'unknown-period', 'Không có kỳ này.', { detail: error.message, field: 'period' });
  if (error instanceof RevisionConflict)
    return new Problem(409, 'busy-file', 'Hồ sơ đang được nhiều người ghi cùng lúc. Hãy thử lại.', { retryAfter: 1 });
  if (error instanceof AppendTooLarge)
    return new Problem(413, 'too-large', 'Nội dung gửi lên quá lớn.', {
      detail: `Nội dung ${error.bytes} byte, tối đa ${error.limit} byte.`,
    });
  if (error instanceof LogUnavailable)
    return new Problem(503, 'log-unavailable', 'Chưa ghi được vào sổ. Chưa có gì được ghi; hãy thử lại.', {
      retryAfter: 2,
    });
  if (error instanceof OutcomeUnknown)
    return new Problem(
      503,
      'outcome-unknown',
      'Mất liên lạc với sổ khi đang ghi. Hãy gửi lại với cùng mã lệnh: việc chỉ được ghi một lần.',
      { retryAfter: 2 },
    );
  if (error instanceof LogDenied) return new Problem(503, 'log-denied', 'Sổ từ chối ghi. Hãy báo người quản trị.');
  const status = statusIn(error);
  const code = status === undefined ? undefined : CODE_OF_STATUS[status];
  if (status === undefined || code === undefined) return undefined;
  return new Problem(status, code, TITLE_OF_STATUS[status] ?? 'Yêu cầu không hợp lệ');
};
