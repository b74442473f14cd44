import { Alert } from 'antd';
import { ProblemError } from '../api/client.js';

/** What went wrong, in the server's own words: cause, field and article. */
export const ProblemAlert = ({ error }: { readonly error: unknown }) => {
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={problem?.title ?? 'Có lỗi'}
      description={
        <>
          <div>{problem?.detail ?? (error instanceof Error ? error.message : 'Không rõ nguyên nhân.')}</div>
          {problem?.errors?.map(({ field, detail }) => (
            <div key={field}>
              {field}: {detail}
            </div>
          ))}
          {problem?.basis && <div>Căn cứ: {problem.basis}</div>}
        </>
      }
    />
  );
};
