import { Card, Select, Spin, Typography } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCatalogue, useFile } from '../api/queries.js';
import { ProblemAlert } from '../shell/problem.js';
import { FileSelect } from './look-ups.js';
import { RecordForm } from './record-form.js';

interface RecordPageProps {
  readonly register: string | undefined;
  readonly id: string | undefined;
}

/** Where to record: an existing file by number or name, or a new one in one of the registers. */
const ChooseFile = ({ register }: { readonly register: string | undefined }) => {
  const catalogue = useCatalogue();
  const [, go] = useLocation();
  return (
    <Card title="Ghi mốc vào hồ sơ nào?">
      <label htmlFor="existing">Hồ sơ đã có</label>
      <div style={{ marginBottom: 16 }}>
        <FileSelect
          id="existing"
          onChange={(stream) => {
            const dash = stream?.indexOf('-') ?? -1;
            if (stream && dash > 0) go(`/ghi/${stream.slice(0, dash)}/${stream.slice(dash + 1)}`);
          }}
        />
      </div>
      <label htmlFor="new">Hoặc mở hồ sơ mới trong sổ</label>
      <div>
        <Select
          id="new"
          style={{ width: 320 }}
          value={register ?? null}
          options={(catalogue.data?.registers ?? []).map(({ name, label }) => ({ value: name, label: label.vi }))}
          onChange={(name: string) => go(`/ghi/${name}/moi-${crypto.randomUUID()}`)}
          placeholder="Chọn sổ"
        />
      </div>
      <ProblemAlert error={catalogue.error} />
    </Card>
  );
};

const NEW = 'moi-';

export const RecordPage = ({ register, id }: RecordPageProps) => {
  const catalogue = useCatalogue();
  const isNew = id?.startsWith(NEW) ?? false;
  const fileId = isNew ? id?.slice(NEW.length) : id;
  const file = useFile(register ?? '', isNew ? undefined : fileId);
  const [recorded, setRecorded] = useState(0);
  const [, go] = useLocation();
  if (!register || !fileId) return <ChooseFile register={register} />;
  const card = catalogue.data?.registers.find(({ name }) => name === register);
  if (!card || (!isNew && file.isPending)) return file.error ? <ProblemAlert error={file.error} /> : <Spin />;
  const heading = file.data ? `${file.data.number} – ${file.data.title}` : `Hồ sơ mới: ${card.label.vi}`;
  const allowed = file.data?.allowed ?? card.facts.filter(({ from }) => from.includes('new')).map(({ type }) => type);
  return (
    <>
      <Typography.Title level={3}>Ghi mốc mới</Typography.Title>
      <Typography.Paragraph>
        {heading}
        {file.data && ` (${file.data.statusLabel})`}
      </Typography.Paragraph>
      <ProblemAlert error={file.error} />
      <RecordForm
        key={recorded}
        card={card}
        register={register}
        id={fileId}
        file={file.data}
        allowed={allowed}
        onRecorded={() => {
          setRecorded(recorded + 1);
          if (isNew) go(`/ghi/${register}/${fileId}`, { replace: true });
        }}
      />
    </>
  );
};
