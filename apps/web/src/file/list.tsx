import { useQuery } from '@tanstack/react-query';
import { Input, Select, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { call, query } from '../api/client.js';
import { useCatalogue } from '../api/queries.js';
import type { FileRow, Page } from '../api/types.js';
import { showDay } from '../format/day.js';
import { UnitSelect } from '../record/look-ups.js';
import { ProblemAlert } from '../shell/problem.js';

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
  { title: 'Hạn gần nhất', width: 120, render: (_: unknown, { dueOn }: FileRow) => (dueOn ? showDay(dueOn) : '') },
];

/** All files in reach: by register, unit and text. */
export const FilesPage = () => {
  const [parameters, setParameters] = useSearchParams();
  const [page, setPage] = useState(1);
  const catalogue = useCatalogue();
  const [q, register, unit] = ['q', 'register', 'unit'].map((name) => parameters.get(name) ?? undefined);
  const files = useQuery({
    queryKey: ['files', q, register, unit, page],
    queryFn: () => call<Page<FileRow>>(`/files${query({ q, register, unit, page, size: 50 })}`),
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
  return (
    <>
      <Typography.Title level={3}>Hồ sơ</Typography.Title>
      <Space wrap style={{ marginBottom: 12 }}>
        <Input.Search
          aria-label="Lọc theo chữ"
          defaultValue={q}
          allowClear
          placeholder="Số, tên, không dấu được"
          onSearch={(text) => set('q', text)}
        />
        <Select
          aria-label="Sổ"
          allowClear
          style={{ width: 240 }}
          placeholder="Mọi sổ"
          value={register ?? null}
          options={registers}
          onChange={(name: string | null) => set('register', name ?? undefined)}
        />
        <div style={{ width: 320 }}>
          <UnitSelect {...(unit ? { value: unit } : {})} onChange={(code) => set('unit', code)} />
        </div>
      </Space>
      <ProblemAlert error={files.error} />
      <Table<FileRow>
        size="small"
        rowKey={({ register: kind, id }) => `${kind}/${id}`}
        columns={columns}
        dataSource={[...(files.data?.rows ?? [])]}
        loading={files.isPending}
        sticky
        pagination={{
          current: page,
          pageSize: 50,
          total: files.data?.total ?? 0,
          showSizeChanger: false,
          onChange: setPage,
          showTotal: (total, [from, to]) => `${from}–${to} / ${total.toLocaleString('vi-VN')}`,
        }}
      />
    </>
  );
};
