import type { Additivity, Direction, Indicator, SourceStatus } from './indicator.js';
import { ROUNDING } from './numbers.js';
import { viDay } from './periods.js';

const directions: Readonly<Record<Direction, string>> = {
  up: 'càng cao càng tốt',
  down: 'càng thấp càng tốt',
  zero: 'không được để xảy ra',
  neutral: 'trung tính, không xếp hạng',
};

const additivities: Readonly<Record<Additivity, string>> = {
  monthsAndUnits: 'Cộng được theo tháng và theo đơn vị.',
  units: 'Cộng được theo đơn vị, không cộng theo tháng.',
  none: 'Không cộng: mỗi vụ hoặc mỗi người chỉ tính một lần, phải đếm lại từ hồ sơ.',
};

const statuses: Readonly<Record<SourceStatus, string>> = {
  sourced: 'có nguồn',
  derived: 'suy ra từ nguồn',
  toBeConfirmed: 'chờ xác nhận',
};

/** What people read of an indicator: its definition card, in Vietnamese. */
export interface Card {
  readonly code: string;
  readonly label: string;
  readonly covers: readonly string[];
  readonly formula: string;
  readonly unitOfCount: string;
  readonly direction: Direction;
  readonly directionText: string;
  readonly isRate: boolean;
  readonly beside: readonly { readonly code: string; readonly label: string }[];
  readonly additivity: string;
  readonly basis: string;
  readonly status: SourceStatus;
  readonly statusText: string;
  readonly validity: string;
  readonly notes: readonly string[];
  readonly rounding: string;
  readonly example: string;
}

export const cardOf = (indicator: Indicator): Card => {
  const { code, label, covers, formula, unitOfCount, direction, denominator, beside, basis, notes, example } =
    indicator;
  const { validFrom, validTo } = indicator;
  return {
    code,
    label,
    covers,
    formula,
    unitOfCount,
    direction,
    directionText: directions[direction],
    isRate: denominator !== undefined,
    beside: beside.map((one) => ({ code: one.code, label: one.label })),
    additivity: additivities[indicator.additivity],
    basis: basis.text,
    status: basis.status,
    statusText: statuses[basis.status],
    validity: validTo === undefined ? `từ ${viDay(validFrom)}` : `từ ${viDay(validFrom)} đến ${viDay(validTo)}`,
    notes: notes ?? [],
    rounding: ROUNDING,
    example: example.text,
  };
};

/** The card as a section of the generated catalogue. */
export const cardText = (indicator: Indicator): string => {
  const card = cardOf(indicator);
  return [
    `### ${card.code} · ${card.label}`,
    '',
    `- Công thức: ${card.formula}`,
    `- Đơn vị đếm: ${card.unitOfCount}; chiều: ${card.directionText}`,
    `- Căn cứ: ${card.basis} (${card.statusText}); áp dụng ${card.validity}`,
    `- ${card.additivity}`,
    ...(card.beside.length > 0 ? [`- Kèm theo: ${card.beside.map(({ label }) => label).join('; ')}`] : []),
    ...card.notes.map((note) => `- ${note}`),
    `- Ví dụ: ${card.example}`,
    '',
  ].join('\n');
};

/** All cards, for the generated documentation. */
export const cardsText = (table: readonly Indicator[]): string =>
  ['## Chỉ tiêu', '', `Cách làm tròn: ${ROUNDING}`, '', ...table.map(cardText)].join('\n');
