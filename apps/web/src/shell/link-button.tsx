import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

interface LinkButtonProps {
  readonly to: string;
  readonly primary?: boolean;
  readonly children: ReactNode;
}

/** A link that looks like the action it is. */
export const LinkButton = ({ to, primary = false, children }: LinkButtonProps) => {
  const [, go] = useLocation();
  return (
    <Button
      href={to}
      type={primary ? 'primary' : 'default'}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Button>
  );
};
