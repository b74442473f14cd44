import { Alert } from 'antd';
import { ProblemError } from '../api/client.js';

interface ProblemAlertProps {
  readonly error: unknown;
  /** How people call a field that the server names. */
  readonly titleAt?: (field: string) => string | undefined;
}

/** What went wrong, in the server's own words: cause, field and article. */
export const ProblemAlert = ({ error, titleAt }: ProblemAlertProps) => {
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const lines = problem?.errors?.map(({ field, detail }) => {
    const title = titleAt?.(field);
    return title ? `${title}: ${detail}` : detail;
  }) ?? [problem ? (problem.detail ?? problem.title) : 'Hãy tải lại trang; nội dung đã nhập vẫn còn.'];
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      style={{ margin: '8px 0' }}
      title={problem?.title ?? 'Có lỗi'}
      description={
        <>
          {lines
            .filter((line) => line !== problem?.title)
            .map((line) => (
              <div key={line}>{line}</div>
            ))}
          {problem?.basis && <div>Căn cứ: {problem.basis}</div>}
        </>
      }
    />
  );
};
