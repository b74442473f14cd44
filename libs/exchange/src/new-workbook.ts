import type exceljs from 'exceljs';

/** An empty workbook. The library takes longest of all to load, and most commands never need it: so at the first one. */
export const newWorkbook = async (): Promise<exceljs.Workbook> => {
  const { default: library } = await import('exceljs');
  return new library.Workbook();
};
