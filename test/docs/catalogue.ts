import { corrections, describeCatalogue, type Catalogue, type Rule } from '#engine';
import {
  peopleFacts,
  registerNamed,
  registers,
  statusLabels,
  unitFacts,
  type AnyRegister,
  type RegisterName,
} from '#casework';
import { cardsText, indicators } from '#indicators';
import { lawCatalogue, lengthInWords, momentInWords, openPoints, termRows, type Length, type TermRow } from '#law';
import { fieldsText } from './form-fields.js';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

type Statuses = Readonly<Record<string, string>>;

const fromText = (from: readonly string[], statuses: Statuses) =>
  from.includes('*') ? 'bất kỳ' : from.map((status) => statuses[status] ?? status).join('; ');

const factsText = (catalogue: Catalogue, statuses: Statuses) =>
  describeCatalogue(catalogue)
    .map(({ type, label, from, to, basis, form }) =>
      [
        `#### ${type} · ${label.vi}`,
        '',
        `- ${label.en}`,
        ...(from.length > 0 ? [`- Khi hồ sơ: ${fromText(from, statuses)}`] : []),
        ...(to === undefined ? [] : [`- Chuyển sang: ${statuses[to] ?? to}`]),
        `- Căn cứ: ${basis}`,
        ...fieldsText(form),
        '',
      ].join('\n'),
    )
    .join('\n');

type Named = Pick<Rule<never, never, never>, 'code' | 'text' | 'basis'>;

const rulesText = ({ impossible, unlawful }: { impossible: readonly Named[]; unlawful: readonly Named[] }) =>
  table(
    ['Mã', 'Quy tắc', 'Căn cứ', 'Khi trái'],
    [
      ...impossible.map(({ code, text, basis }) => [`\`${code}\``, text, basis, 'từ chối']),
      ...unlawful.map(({ code, text, basis }) => [`\`${code}\``, text, basis, 'ghi nhận, thành vi phạm']),
    ],
  );

/** One register: its statuses, its facts with their fields, its rules and what they do. */
export const registerText = (
  { name, label, catalogue, impossible, unlawful }: AnyRegister,
  statuses: Statuses,
): string =>
  [
    `## ${label.vi} (\`${name}\`)`,
    '',
    `Trạng thái: ${Object.entries(statuses)
      .map(([code, text]) => `${text} (\`${code}\`)`)
      .join('; ')}.`,
    '',
    `### Các mốc của sổ ${label.vi}`,
    '',
    factsText(catalogue, statuses),
    `### Các quy tắc của sổ ${label.vi}`,
    '',
    rulesText({ impossible, unlawful }),
    '',
  ].join('\n');

const classes = { I: 'ít nghiêm trọng', N: 'nghiêm trọng', R: 'rất nghiêm trọng', D: 'đặc biệt nghiêm trọng' } as const;

const isLength = (lengths: object): lengths is Length => !Object.keys(lengths).some((key) => key in classes);

const lengthsText = (lengths: TermRow['lengths']): string =>
  isLength(lengths)
    ? lengthInWords(lengths)
    : Object.entries(classes)
        .flatMap(([code, text]) => {
          const length = (lengths as Partial<Record<string, Length>>)[code];
          return length ? [`${text}: ${lengthInWords(length)}`] : [];
        })
        .join('; ');

const countings = {
  ordinary: 'theo ngày, tháng',
  workingDays: 'ngày làm việc',
  hours: 'theo giờ',
  custody: 'tạm giữ',
  detention: 'tạm giam, tháng 30 ngày',
  before: 'ngược từ một ngày',
} as const;

const validText = ({ validFrom, validTo, status }: TermRow) =>
  `từ ${momentInWords(validFrom)}${validTo === undefined ? '' : ` đến trước ${momentInWords(validTo)}`}${status === 'toBeConfirmed' ? ' (chờ xác nhận)' : ''}`;

const extensionsText = ({ extensions = [] }: TermRow) =>
  extensions.map(({ max, grantedBy, basis }) => `${lengthsText(max)} (${grantedBy}; ${basis})`).join(' · ');

/** The table of terms. */
export const termsText = (rows: readonly TermRow[]): string =>
  table(
    ['Mã', 'Thời hạn', 'Độ dài', 'Tính từ', 'Cách tính', 'Gia hạn', 'Căn cứ', 'Hiệu lực'],
    rows.map((row) => [
      `\`${row.code}\`${row.kind === undefined ? '' : ` \`${row.kind}\``}`,
      row.label,
      lengthsText(row.lengths),
      row.runsFrom,
      countings[row.counting],
      extensionsText(row),
      row.basis,
      validText(row),
    ]),
  );

const openPointsText = () =>
  table(
    ['Điểm', 'Câu hỏi', 'Cách hiểu đang theo', 'Cách hiểu kia', 'Nguồn'],
    openPoints.map(({ point, question, readings, reading, source }) => [
      point,
      question,
      readings[reading - 1] ?? '',
      readings[2 - reading] ?? '',
      source,
    ]),
  );

const names = Object.keys(registers) as RegisterName[];

/** All that can be recorded, under which rules, by which terms, and what is counted from it. */
export const catalogueText = (): string =>
  [
    '# Danh mục',
    '',
    'Do `npm run docs` viết ra từ mã nguồn, không sửa tay: mọi mốc của năm sổ với biểu mẫu của nó, mọi quy tắc, chỉ tiêu, thời hạn.',
    '',
    ...names.map((name) => registerText(registerNamed(name), statusLabels[name])),
    '## Đính chính (mọi sổ)',
    '',
    factsText(corrections, {}),
    '## Dữ liệu dùng chung: luật, đơn vị, cán bộ',
    '',
    factsText({ ...lawCatalogue, ...unitFacts, ...peopleFacts }, {}),
    cardsText(indicators),
    '## Thời hạn',
    '',
    termsText(termRows),
    '',
    '## Điểm luật còn có hai cách hiểu',
    '',
    openPointsText(),
    '',
  ].join('\n');
