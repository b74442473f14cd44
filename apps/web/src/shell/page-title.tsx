import { Typography } from 'antd';
import { useEffect } from 'react';

/** The one heading of a page, which is the name of its tab as well. */
export const PageTitle = ({ children: name }: { readonly children: string }) => {
  useEffect(() => {
    document.title = `${name} – Kiemsat`;
  }, [name]);
  return (
    <Typography.Title level={1} style={{ fontSize: 22, margin: '0 0 12px' }}>
      {name}
    </Typography.Title>
  );
};
