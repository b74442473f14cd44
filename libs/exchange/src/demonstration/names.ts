import type { Random } from './random.js';

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Nông',
  'Triệu',
];
const menMiddle = ['Văn', 'Đức', 'Minh', 'Quốc', 'Hữu', 'Công', 'Xuân', 'Thành'];
const womenMiddle = ['Thị', 'Thu', 'Thanh', 'Ngọc', 'Minh', 'Hồng', 'Kim', 'Bích'];
const menGiven = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Hải',
  'Hùng',
  'Khánh',
  'Long',
  'Mạnh',
  'Nam',
  'Phúc',
  'Quân',
  'Sơn',
  'Tuấn',
  'Việt',
];
const womenGiven = [
  'Anh',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Hạnh',
  'Hoa',
  'Huệ',
  'Lan',
  'Linh',
  'Mai',
  'Nga',
  'Oanh',
  'Phương',
  'Thảo',
  'Yến',
];

/** An invented person's name. */
export const inventedName = (random: Random): string =>
  random.chance(0.6)
    ? `${random.pick(families)} ${random.pick(menMiddle)} ${random.pick(menGiven)}`
    : `${random.pick(families)} ${random.pick(womenMiddle)} ${random.pick(womenGiven)}`;
