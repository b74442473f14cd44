import { showCount } from '../format/number.js';

interface Paging {
  readonly page: number;
  readonly total: number | undefined;
  readonly onPage: (page: number) => void;
}

/** Paged by the server, with the number of rows always in sight. */
export const paging = ({ page, total = 0, onPage }: Paging) => ({
  current: page,
  pageSize: 50,
  total,
  showSizeChanger: false,
  onChange: onPage,
  showTotal: (all: number, [from, to]: [number, number]) =>
    all === 0 ? '0' : `${showCount(from)}–${showCount(to)} / ${showCount(all)}`,
});
