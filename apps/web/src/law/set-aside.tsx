import { Alert } from 'antd';
import { Link } from 'wouter';
import { showDay } from '../format/day.js';
import type { SetAside } from './types.js';

/** What a release says otherwise of the law enacted here: it is asked about, and followed only when it is taken up. */
export const SetAsideNote = ({ rows }: { readonly rows: readonly SetAside[] }) =>
  rows.length === 0 ? null : (
    <Alert
      role="status"
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`Bản phát hành có ${rows.length} dòng khác với dòng đã ban hành tại đây`}
      description={
        <>
          Đang áp dụng dòng đã ban hành tại đây. Muốn theo bản phát hành thì ban hành lại theo nội dung đó; muốn giữ thì
          ban hành lại dòng đang áp dụng, ghi chú lý do.
          <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
            {rows.map(({ tab, name, validFrom, basis }) => (
              <li key={`${tab}/${name}/${validFrom ?? ''}`}>
                <Link href={`/luat?the=${tab}`}>{name}</Link>
                {validFrom && `, hiệu lực từ ${showDay(validFrom)}`}
                {basis && ` (${basis})`}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
