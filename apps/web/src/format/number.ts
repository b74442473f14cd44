/** 1234 → 1.234 */
export const showCount = (n: number): string => n.toLocaleString('vi-VN');
