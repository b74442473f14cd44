import { useQuery } from '@tanstack/react-query';
import { Input, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { call, query } from '../api/client.js';
import { useCatalogue } from '../api/queries.js';
import type { FileRow, Page } from '../api/types.js';
import { UnitSelect } from '../record/look-ups.js';
import { PageTitle } from '../shell/page-title.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { WhyDue } from '../shell/why-due.js';

const columns = [
  {
    title: 'Số',
    width: 170,
    render: (_: unknown, { register, id, number }: FileRow) => <Link href={`/ho-so/${register}/${id}`}>{number}</Link>,
  },
  { title: 'Nội dung', dataIndex: 'title' },
  { title: 'Trạng thái', width: 190, dataIndex: 'statusLabel' },
  { title: 'Đơn vị', width: 240, dataIndex: 'unitName' },
  { title: 'Kiểm sát viên', width: 160, dataIndex: 'assigneeName' },
  {
    title: 'Hạn gần nhất',
    width: 120,
    render: (_: unknown, { register, id, dueOn }: FileRow) =>
      dueOn && <WhyDue file={`${register}-${id}`} dueOn={dueOn} />,
  },
  { title: 'Vi phạm', width: 80, render: (_: unknown, { openBreaches }: FileRow) => openBreaches || '' },
];

/** All files in reach: by register, unit and text. */
export const FilesPage = () => {
  const [parameters, setParameters] = useSearchParams();
  const [page, setPage] = useState(1);
  const catalogue = useCatalogue();
  const [q, register, unit, status] = ['q', 'register', 'unit', 'status'].map(
    (name) => parameters.get(name) ?? undefined,
  );
  const files = useQuery({
    queryKey: ['files', q, register, unit, status, page],
    queryFn: () => call<Page<FileRow>>(`/files${query({ q, register, unit, status, page, size: 50 })}`),
    placeholderData: (before) => before,
  });
  const set = (name: string, value: string | undefined) => {
    setPage(1);
    setParameters((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  };
  const registers = (catalogue.data?.registers ?? []).map(({ name, label }) => ({ value: name, label: label.vi }));
  const chosen = catalogue.data?.registers.find(({ name }) => name === register);
  const statuses = Object.entries(chosen?.statuses ?? {}).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageTitle>Hồ sơ</PageTitle>
      <Space wrap style={{ marginBottom: 12 }}>
        <Input.Search
          aria-label="Lọc theo chữ"
          key={q}
          defaultValue={q}
          allowClear
          style={{ width: 300 }}
          placeholder="Số, tên hồ sơ, gõ không dấu được"
          onSearch={(text) => set('q', text)}
        />
        <Select
          aria-label="Sổ"
          allowClear
          style={{ width: 240 }}
          placeholder="Mọi sổ"
          value={register ?? null}
          options={registers}
          onChange={(name: string | null) => {
            set('register', name ?? undefined);
            set('status', undefined);
          }}
        />
        <Select
          aria-label="Trạng thái"
          allowClear
          style={{ width: 220 }}
          placeholder="Mọi trạng thái"
          disabled={!register}
          value={status ?? null}
          options={statuses}
          onChange={(code: string | null) => set('status', code ?? undefined)}
        />
        <div style={{ width: 320 }}>
          <UnitSelect label="Đơn vị" {...(unit ? { value: unit } : {})} onChange={(code) => set('unit', code)} />
        </div>
      </Space>
      <ProblemAlert error={files.error} />
      <Table<FileRow>
        size="small"
        rowKey={({ register: kind, id }) => `${kind}/${id}`}
        columns={columns}
        dataSource={[...(files.data?.rows ?? [])]}
        loading={files.isPending}
        sticky={{ offsetHeader: 56 }}
        locale={{ emptyText: 'Không tìm thấy hồ sơ nào' }}
        pagination={paging({ page, total: files.data?.total, onPage: setPage })}
      />
    </>
  );
};
