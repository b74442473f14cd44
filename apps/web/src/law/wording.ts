import type { Length, Lengths, Severity } from './types.js';

export const UNITS = {
  days: 'ngày',
  workingDays: 'ngày làm việc',
  months: 'tháng',
  hours: 'giờ',
  years: 'năm',
} as const;
export type UnitOfTime = keyof typeof UNITS;

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  I: 'Ít nghiêm trọng',
  N: 'Nghiêm trọng',
  R: 'Rất nghiêm trọng',
  D: 'Đặc biệt nghiêm trọng',
};

export const COUNTINGS: Readonly<Record<string, string>> = {
  ordinary: 'Theo ngày, tháng; ngày cuối là ngày nghỉ thì lùi sang ngày làm việc tiếp theo',
  workingDays: 'Ngày làm việc',
  hours: 'Theo giờ, liên tục',
  custody: 'Tạm giữ: theo giờ',
  detention: 'Tạm giam: mỗi tháng 30 ngày, không lùi',
  before: 'Tính ngược từ ngày phải báo trước',
};

export const DAY_KINDS: Readonly<Record<string, string>> = {
  holiday: 'Nghỉ lễ, tết',
  compensatory: 'Nghỉ bù',
  'swapped-off': 'Nghỉ hoán đổi',
  'swapped-working': 'Làm bù',
  ordinary: 'Như ngày thường trong tuần',
};

export const DAY_STATUSES: Readonly<Record<string, string>> = {
  sourced: 'Có văn bản',
  derived: 'Suy ra từ luật',
  unverified: 'Chưa đối chiếu, không làm thay đổi thời hạn',
};

const SHORT: Readonly<Record<Severity, string>> = { I: 'ít NT', N: 'NT', R: 'rất NT', D: 'đặc biệt NT' };

export const isBySeverity = (lengths: Lengths): lengths is Partial<Record<Severity, Length>> =>
  Object.keys(lengths).some((key) => key in SEVERITIES);

const lengthText = (length: Length): string =>
  Object.entries(length)
    .map(([unit, count]) => `${count} ${UNITS[unit as UnitOfTime]}`)
    .join(' ');

/** 20 ngày; or 20 ngày (ít NT, NT), 30 ngày (rất NT, đặc biệt NT). */
export const lengthsText = (lengths: Lengths): string => {
  if (!isBySeverity(lengths)) return lengthText(lengths);
  const classes = new Map<string, string[]>();
  for (const [severity, length] of Object.entries(lengths)) {
    const text = lengthText(length);
    classes.set(text, [...(classes.get(text) ?? []), SHORT[severity as Severity]]);
  }
  return [...classes].map(([text, names]) => `${text} (${names.join(', ')})`).join('; ');
};

/** 5 năm tù; chung thân; tử hình. */
export const penaltyText = (max: string): string =>
  max === 'death'
    ? 'Tử hình'
    : max === 'life'
      ? 'Tù chung thân'
      : max === '0'
        ? 'Nguồn không ghi hình phạt tù'
        : `Tù ${max} năm`;
