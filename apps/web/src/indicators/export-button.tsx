import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { download } from '../api/download.js';
import { ProblemAlert } from '../shell/problem.js';

/** The table on screen as a workbook; a refusal is told on the page, not in a downloaded file. */
export const ExportButton = ({ path }: { readonly path: string }) => {
  const exporting = useMutation({ mutationFn: () => download(path) });
  return (
    <>
      <Button loading={exporting.isPending} onClick={() => exporting.mutate()}>
        Xuất Excel
      </Button>
      <ProblemAlert error={exporting.error} />
    </>
  );
};
