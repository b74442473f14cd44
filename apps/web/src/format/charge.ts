/** An offence of the criminal code, down to the clause and point where they are known. */
export interface Charge {
  readonly article: string;
  readonly clause?: number;
  readonly point?: string;
}

export const chargeKey = ({ article, clause, point }: Charge): string => `${article}/${clause ?? ''}/${point ?? ''}`;

export const toCharge = (key: string): Charge => {
  const [article = '', clause, point] = key.split('/');
  return { article, ...(clause ? { clause: Number(clause) } : {}), ...(point ? { point } : {}) };
};

/** Điều 173 khoản 2 điểm c */
export const chargeText = ({ article, clause, point }: Charge): string =>
  [`Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`].filter(Boolean).join(' ');

/** A charge as people type it: 173, 173.2, 173 2 c, điều 173 khoản 2 điểm c. */
export const parseCharge = (typed: string): Charge | undefined => {
  const bare = typed.toLowerCase().replaceAll(/điều|dieu|khoản|khoan|điểm|diem/g, ' ');
  const [, article, clause, point] =
    /^\s*(\d{1,3}[a-zđ]?)(?:[\s.,/]+(\d{1,2}))?(?:[\s.,/]+([a-zđ]\d?))?\s*$/.exec(bare) ?? [];
  if (!article) return undefined;
  return { article, ...(clause ? { clause: Number(clause) } : {}), ...(clause && point ? { point } : {}) };
};
