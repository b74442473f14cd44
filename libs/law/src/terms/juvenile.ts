import type { Length } from '../clock.js';
import type { ExtensionRule, Lengths, TermRow } from '../term.js';

const NOTE =
  'Luật Tư pháp người chưa thành niên 59/2024/QH15 chưa được đối chiếu; vụ án đang giải quyết trước 01/01/2026 theo thời hạn cũ (Điều 179); không áp dụng cho vụ án đặc biệt phức tạp và khi xử lý chuyển hướng';
const JUVENILES = 'Luật 59/2024/QH15';

/** Half of the adult term since 2026: what isn't whole is rounded (A16), whether extensions are halved is open (A16.2), and whether a case keeps the common term as well (A16.3). */
const since2026 = {
  kind: 'juvenile',
  validFrom: '2026-01-01',
  status: 'toBeConfirmed',
  counting: 'ordinary',
  openPoints: ['A16', 'A16.2', 'A16.3', 'A19'],
  note: NOTE,
} satisfies Partial<TermRow>;

interface Halves {
  readonly down: Lengths;
  readonly up: Lengths;
}
type Rule = Omit<ExtensionRule, 'max'>;

/** The extensions halved, the same rounded up, and the adult's own. */
const extensions = (rule: Rule, halves: readonly Halves[], whole: readonly Lengths[]) => ({
  down: halves.map(({ down: max }) => ({ ...rule, max })),
  up: halves.map(({ up: max }) => ({ ...rule, max })),
  whole: whole.map((max) => ({ ...rule, max })),
});

const halved = (
  { down, up }: Halves,
  granted?: ReturnType<typeof extensions>,
  common?: Lengths,
): Pick<TermRow, 'lengths' | 'extensions' | 'readings'> => ({
  lengths: down,
  ...(granted ? { extensions: granted.down } : {}),
  readings: [
    { point: 'A16', reading: 2, lengths: up, ...(granted ? { extensions: granted.up } : {}) },
    ...(granted ? [{ point: 'A16.2', reading: 2 as const, extensions: granted.whole }] : []),
    ...(granted && common ? [{ point: 'A16.3', reading: 2 as const, lengths: common, extensions: granted.whole }] : []),
  ],
});

const both = (lengths: Lengths): Halves => ({ down: lengths, up: lengths });
const half = (down: Length, up: Length): Halves => ({ down, up });
/** Half of three months: 45 days, or one month and fifteen days. */
const [DAYS_45, MONTH_AND_15] = [{ days: 45 }, { months: 1, days: 15 }];

const investigationRule: Rule = {
  grantedBy: 'Viện kiểm sát có thẩm quyền theo Điều 172 khoản 5',
  requestDaysBefore: 10,
  basis: `BLTTHS Điều 172 khoản 2; ${JUVENILES}`,
};
const investigationExtensions = extensions(
  investigationRule,
  [
    {
      down: { I: { months: 1 }, N: DAYS_45, R: { months: 2 }, D: { months: 2 } },
      up: { I: { months: 1 }, N: MONTH_AND_15, R: { months: 2 }, D: { months: 2 } },
    },
    both({ N: { months: 1 }, R: { months: 2 }, D: { months: 2 } }),
    both({ D: { months: 2 } }),
  ],
  [
    { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } },
    { N: { months: 2 }, R: { months: 4 }, D: { months: 4 } },
    { D: { months: 4 } },
  ],
);
const prosecutionExtensions = extensions(
  { inParts: true, grantedBy: 'Viện trưởng Viện kiểm sát', basis: `BLTTHS Điều 240 khoản 1; ${JUVENILES}` },
  [
    {
      down: { I: { days: 5 }, N: { days: 5 }, R: { days: 7 }, D: { days: 15 } },
      up: { I: { days: 5 }, N: { days: 5 }, R: { days: 8 }, D: { days: 15 } },
    },
  ],
  [{ I: { days: 10 }, N: { days: 10 }, R: { days: 15 }, D: { days: 30 } }],
);
const trialExtensions = extensions(
  { inParts: true, grantedBy: 'Chánh án Tòa án', basis: `BLTTHS Điều 277 khoản 1; ${JUVENILES}` },
  [
    {
      down: { I: { days: 7 }, N: { days: 7 }, R: { days: 15 }, D: { days: 15 } },
      up: { I: { days: 8 }, N: { days: 8 }, R: { days: 15 }, D: { days: 15 } },
    },
  ],
  [{ I: { days: 15 }, N: { days: 15 }, R: { days: 30 }, D: { days: 30 } }],
);
const HALF = 'người chưa thành niên: một phần hai';

/** Two thirds of the adult term by BLTTHS Điều 419 khoản 1; carried on since 2026 until the new law is read. */
const held = {
  kind: 'juvenile',
  counting: 'detention',
  runsFrom: 'ngày bắt đầu tạm giam, đã trừ ngày tạm giữ',
  openPoints: ['A11', 'A16', 'A19'],
} satisfies Partial<TermRow>;
const twoThirds = (row: Omit<TermRow, 'validFrom' | 'status' | 'counting' | 'runsFrom'>): TermRow[] => [
  { ...held, ...row, validFrom: '2018-01-01', status: 'confirmed' },
  {
    ...held,
    ...row,
    validFrom: '2026-01-01',
    status: 'toBeConfirmed',
    note: 'Điều 138 Luật 59/2024/QH15 chưa được đối chiếu',
  },
];
const detained = {
  grantedBy: 'Viện kiểm sát có thẩm quyền theo Điều 173 khoản 3',
  requestDaysBefore: 10,
  basis: 'BLTTHS Điều 173 khoản 2, Điều 419 khoản 1',
};
const TWO_THIRDS = 'BLTTHS Điều 419 khoản 1';

/** Accused under 18. */
// prettier-ignore
export const juvenileTerms: readonly TermRow[] = [
  { ...since2026, code: 'investigation', label: `Điều tra (${HALF})`, basis: `BLTTHS Điều 172 khoản 1; ${JUVENILES}`, runsFrom: 'khi khởi tố vụ án', ...halved({ down: { I: { months: 1 }, N: DAYS_45, R: { months: 2 }, D: { months: 2 } }, up: { I: { months: 1 }, N: MONTH_AND_15, R: { months: 2 }, D: { months: 2 } } }, investigationExtensions, { I: { months: 2 }, N: { months: 3 }, R: { months: 4 }, D: { months: 4 } }) },
  { ...since2026, code: 'prosecution.decide', label: `Quyết định việc truy tố (${HALF})`, basis: `BLTTHS Điều 240 khoản 1; ${JUVENILES}`, runsFrom: 'ngày nhận hồ sơ vụ án và bản kết luận điều tra', ...halved(both({ I: { days: 10 }, N: { days: 10 }, R: { days: 15 }, D: { days: 15 } }), prosecutionExtensions, { I: { days: 20 }, N: { days: 20 }, R: { days: 30 }, D: { days: 30 } }) },
  { ...since2026, code: 'trial.prepare', label: `Chuẩn bị xét xử (${HALF})`, basis: `BLTTHS Điều 277 khoản 1; ${JUVENILES}`, runsFrom: 'ngày thụ lý vụ án', ...halved({ down: { I: { days: 15 }, N: { days: 22 }, R: { months: 1 }, D: DAYS_45 }, up: { I: { days: 15 }, N: { days: 23 }, R: { months: 1 }, D: MONTH_AND_15 } }, trialExtensions, { I: { days: 30 }, N: { days: 45 }, R: { months: 2 }, D: { months: 3 } }) },
  { ...since2026, code: 'appeal.prepare', kind: 'provincialJuvenile', label: `Tòa án cấp tỉnh chuẩn bị xét xử phúc thẩm (${HALF})`, basis: `BLTTHS Điều 346 khoản 2; ${JUVENILES}`, runsFrom: 'ngày thụ lý vụ án', ...halved(half({ days: 22 }, { days: 23 })) },
  { ...since2026, code: 'appeal.prepare', kind: 'supremeJuvenile', label: `Tòa án nhân dân tối cao chuẩn bị xét xử phúc thẩm (${HALF})`, basis: `BLTTHS Điều 346 khoản 2; ${JUVENILES}`, runsFrom: 'ngày thụ lý vụ án', ...halved(half({ days: 37 }, { days: 38 })) },
  { ...since2026, code: 'appeal.open', kind: 'provincialJuvenile', label: `Tòa án cấp tỉnh mở phiên tòa phúc thẩm (${HALF})`, basis: `BLTTHS Điều 346 khoản 1; ${JUVENILES}`, runsFrom: 'ngày nhận được hồ sơ vụ án', lengths: { days: 30 } },
  { ...since2026, code: 'appeal.open', kind: 'supremeJuvenile', label: `Tòa án nhân dân tối cao mở phiên tòa phúc thẩm (${HALF})`, basis: `BLTTHS Điều 346 khoản 1; ${JUVENILES}`, runsFrom: 'ngày nhận được hồ sơ vụ án', lengths: { days: 45 } },
  ...twoThirds({ code: 'detention.investigation', label: 'Tạm giam để điều tra người dưới 18 tuổi', basis: `${TWO_THIRDS}, Điều 173 khoản 1`, lengths: { I: { days: 40 }, N: { days: 60 }, R: { days: 80 }, D: { days: 80 } }, extensions: [
    { ...detained, max: { I: { days: 20 }, N: { days: 40 }, R: { days: 60 }, D: { days: 80 } } },
    { ...detained, max: { D: { days: 80 } } },
    { max: { D: { days: 80 } }, grantedBy: 'Viện trưởng Viện kiểm sát nhân dân tối cao', basis: `BLTTHS Điều 173 khoản 6, Điều 419 khoản 1` },
  ] }),
  ...twoThirds({ code: 'detention.prosecution', label: 'Tạm giam người dưới 18 tuổi trong giai đoạn truy tố', basis: `${TWO_THIRDS}, Điều 241, Điều 240 khoản 1`, lengths: { I: { days: 13 }, N: { days: 13 }, R: { days: 20 }, D: { days: 20 } }, extensions: [
    { inParts: true, max: { I: { days: 6 }, N: { days: 6 }, R: { days: 10 }, D: { days: 20 } }, grantedBy: 'Viện trưởng Viện kiểm sát', basis: `${TWO_THIRDS}, Điều 240 khoản 1` },
  ], readings: [{ point: 'A16', reading: 2, lengths: { I: { days: 14 }, N: { days: 14 }, R: { days: 20 }, D: { days: 20 } }, extensions: [
    { inParts: true, max: { I: { days: 7 }, N: { days: 7 }, R: { days: 10 }, D: { days: 20 } }, grantedBy: 'Viện trưởng Viện kiểm sát', basis: `${TWO_THIRDS}, Điều 240 khoản 1` },
  ] }] }),
  ...twoThirds({ code: 'detention.trial', label: 'Tạm giam người dưới 18 tuổi để chuẩn bị xét xử', basis: `${TWO_THIRDS}, Điều 278 khoản 2, Điều 277 khoản 1`, lengths: { I: { days: 20 }, N: { days: 30 }, R: { days: 40 }, D: { days: 60 } }, extensions: [
    { inParts: true, max: { I: { days: 10 }, N: { days: 10 }, R: { days: 20 }, D: { days: 20 } }, grantedBy: 'Chánh án Tòa án', basis: `${TWO_THIRDS}, Điều 277 khoản 1` },
  ] }),
  ...twoThirds({ code: 'detention.afterSentence', label: 'Tạm giam bị cáo dưới 18 tuổi sau khi tuyên án', basis: `${TWO_THIRDS}, Điều 329 khoản 3, Điều 347 khoản 3`, lengths: { days: 30 } }),
];
