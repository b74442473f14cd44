import { Card, Form, Select } from 'antd';
import { useLocation } from 'wouter';
import { useCatalogue } from '../api/queries.js';
import { PageTitle } from '../shell/page-title.js';
import { ProblemAlert } from '../shell/problem.js';
import { FileSelect } from './look-ups.js';

/** Where to record: an existing file by number or name, or a new one in one of the registers. */
export const ChooseFile = ({ register }: { readonly register: string | undefined }) => {
  const catalogue = useCatalogue();
  const [, go] = useLocation();
  return (
    <>
      <PageTitle>Ghi mốc vào hồ sơ nào?</PageTitle>
      <Card size="small">
        <div style={{ maxWidth: 640 }}>
          <Form.Item label="Hồ sơ đã có" layout="vertical" htmlFor="existing">
            <FileSelect
              id="existing"
              autoFocus
              onChange={(stream) => {
                const dash = stream?.indexOf('-') ?? -1;
                if (stream && dash > 0) go(`/ghi/${stream.slice(0, dash)}/${stream.slice(dash + 1)}`);
              }}
            />
          </Form.Item>
          <Form.Item label="Hoặc mở hồ sơ mới trong sổ" layout="vertical" htmlFor="new">
            <Select
              id="new"
              value={register ?? null}
              options={(catalogue.data?.registers ?? []).map(({ name, label }) => ({ value: name, label: label.vi }))}
              onChange={(name: string) => go(`/ghi/${name}/moi-${crypto.randomUUID()}`)}
              placeholder="Chọn sổ"
            />
          </Form.Item>
        </div>
        <ProblemAlert error={catalogue.error} />
      </Card>
    </>
  );
};
