/** Text as people type it without diacritics: lower case, no marks, đ as d. */
export const searchKey = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** For lists that are filtered while typing. */
export const matches = (typed: string, option?: { readonly label?: unknown }): boolean =>
  typeof option?.label === 'string' && searchKey(option.label).includes(searchKey(typed));
