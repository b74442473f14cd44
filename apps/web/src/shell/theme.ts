import type { ThemeConfig } from 'antd';

/** Sober, high in contrast (WCAG 2.2 AA), nothing that moves. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#9b1c1c',
    colorLink: '#8a1616',
    colorTextSecondary: '#4b4b4b',
    colorTextDescription: '#4b4b4b',
    colorTextPlaceholder: '#6b6b6b',
    borderRadius: 4,
    motion: false,
    fontSize: 14,
  },
  components: {
    // An empty table says so in words that can be read.
    Table: { headerBg: '#f3f1ee', cellPaddingBlock: 8, colorTextDisabled: '#434343' },
    Layout: { headerBg: '#5c1010', bodyBg: '#faf9f7' },
  },
};
