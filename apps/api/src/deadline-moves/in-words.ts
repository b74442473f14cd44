import { referenceCatalogue } from '#casework';

type Data = Readonly<Record<string, unknown>>;

const text = (data: Data, name: string): string | undefined => {
  const value = data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

const viDay = (day: string): string => day.slice(0, 10).split('-').toReversed().join('/');

/** What a reference event is about, in a few words; nothing where its label says it all. */
const about = (type: string, data: Data): string | undefined => {
  switch (type) {
    case 'CalendarPublished':
      return `năm ${text(data, 'year') ?? ''}`;
    case 'CalendarDayCorrected':
      return `${viDay(text(data, 'day') ?? '')}: ${text(data, 'name') ?? ''}`;
    case 'TermEnacted':
      return text((data['term'] ?? {}) as Data, 'label');
    case 'CountingSettled':
      return `điểm ${text(data, 'point') ?? ''}`;
    default:
      return undefined;
  }
};

const basisOf = (type: string, data: Data): string | undefined => {
  if (type === 'TermEnacted') return text((data['term'] ?? {}) as Data, 'basis');
  if (type === 'CountingSettled') return text(data, 'source');
  return text(data, 'basis');
};

export interface ChangeInWords {
  readonly label: string;
  readonly about?: string;
  /** The text that it rests on. */
  readonly basis?: string;
}

/** A change of the law as a page names it. */
export const changeInWords = (type: string, data: unknown): ChangeInWords => {
  const known = (data ?? {}) as Data;
  const [what, basis] = [about(type, known), basisOf(type, known)];
  const { label } = referenceCatalogue[type as keyof typeof referenceCatalogue] ?? { label: { vi: type } };
  return {
    label: label.vi,
    ...(what === undefined ? {} : { about: what }),
    ...(basis === undefined ? {} : { basis }),
  };
};
