import { Tag } from 'antd';
import type { ReactNode } from 'react';

const tones = {
  good: { background: '#e6f4e6', color: '#14532d' },
  near: { background: '#fff3c4', color: '#5c4400' },
  late: { background: '#fde6cc', color: '#7a3a00' },
  bad: { background: '#fde4e4', color: '#8a0f0f' },
  changed: { background: '#e2ecfb', color: '#173f7a' },
  plain: { background: '#eeeeee', color: '#333333' },
} as const;
export type Tone = keyof typeof tones;

interface MarkProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A word with a colour that only underlines it; every pair stays readable (WCAG 2.2, 4.5 to 1). */
export const Mark = ({ tone, children }: MarkProps) => (
  <Tag style={{ ...tones[tone], marginInlineEnd: 4 }}>{children}</Tag>
);

/** How near the end of a term is. */
export const toneOf = (daysLeft: number): Tone =>
  daysLeft < 0 ? 'bad' : daysLeft <= 3 ? 'late' : daysLeft <= 7 ? 'near' : 'good';
