import { z } from 'zod';
import type { Catalogue, Fact, FactOf, Position, Recorded, Register, StoredEvent } from '#engine';
import type { FileState, Spell } from '#casework';
import type { Item } from '#indicators';
import type { Domain } from '#read-models';

const on = z.iso.date();
const label = (text: string) => ({ vi: text, en: text });

/** A made-up register, small enough to predict: reports that are received, moved, extended and resolved. */
// prettier-ignore
const facts = {
  ReportReceived:    { label: label('Tiếp nhận'),  from: ['none'], to: 'open',     basis: 'Điều 1', data: z.object({ on, unit: z.string(), number: z.string(), title: z.string(), kind: z.string(), sealed: z.boolean().optional() }) },
  ReportAssigned:    { label: label('Phân công'),  from: ['open'],                 basis: 'Điều 2', data: z.object({ on, person: z.string() }) },
  ReportTransferred: { label: label('Chuyển'),     from: ['open'], to: 'open',     basis: 'Điều 3', data: z.object({ on, unit: z.string() }) },
  ReportResolved:    { label: label('Giải quyết'), from: ['open'], to: 'resolved', basis: 'Điều 4', data: z.object({ on, outcome: z.string() }) },
} as const satisfies Catalogue;
export type ReportFact = FactOf<typeof facts>;

interface Law {
  readonly days: number;
}

const begun = (
  spells: readonly Spell[],
  unit: string,
  openedOn: string,
  kind: string,
  id: string,
): readonly Spell[] => [
  ...spells,
  { docket: 'crimeReport', key: `report-${spells.length + 1}`, unit, openedOn, kind, evidence: [id] },
];

const ended = (spells: readonly Spell[], closedOn: string, outcome: string, closedUnder: Position, id: string) =>
  spells.map((spell) =>
    spell.closedOn === undefined
      ? { ...spell, closedOn, outcome, closedUnder, evidence: [...spell.evidence, id] }
      : spell,
  );

const evolve = (state: FileState, { fact, id, metadata: { reference } }: Recorded<ReportFact>): FileState => {
  const { spells } = state;
  switch (fact.type) {
    case 'ReportReceived': {
      const { unit, number, title, kind, sealed } = fact.data;
      const confidentiality = sealed ? 2 : 0;
      return {
        ...state,
        status: 'open',
        unit,
        number,
        title,
        confidentiality,
        spells: begun(spells, unit, fact.data.on, kind, id),
      };
    }
    case 'ReportAssigned': {
      const { person } = fact.data;
      if (person === 'nobody') throw new Error('nobody can be assigned');
      return {
        ...state,
        assignee: person,
        spells: spells.map((spell) => (spell.closedOn === undefined ? { ...spell, assignee: person } : spell)),
      };
    }
    case 'ReportTransferred': {
      const { unit, on: day } = fact.data;
      const closed = ended(spells, day, 'transferred', reference, id);
      return { ...state, unit, spells: begun(closed, unit, day, spells.at(-1)?.kind ?? '', id) };
    }
    case 'ReportResolved':
      return { ...state, status: 'resolved', spells: ended(spells, fact.data.on, fact.data.outcome, reference, id) };
    default:
      return fact satisfies never;
  }
};

const register: Register<FileState, ReportFact, Law> = {
  name: 'report',
  label: label('Tin báo'),
  catalogue: facts,
  initial: { status: 'none', unit: '', number: '', title: '', confidentiality: 0, spells: [], links: [] },
  evolve,
  impossible: [],
  unlawful: [
    {
      code: 'moved-twice',
      text: 'Chuyển quá một lần.',
      basis: 'Điều 3',
      broken: ({ fact, state }) =>
        fact.type === 'ReportTransferred' && state.spells.length > 1
          ? { detail: `Đã chuyển ${state.spells.length - 1} lần.` }
          : undefined,
    },
  ],
};

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const itemsOf: Domain<Law>['itemsOf'] = (file, { state, breaches }, lawAt, position) => [
  ...state.spells.map((spell): Item => {
    const { docket, key, unit, openedOn, closedOn, outcome, kind, assignee, closedUnder, evidence } = spell;
    const dueOn = plusDays(openedOn, lawAt(closedUnder ?? position).days);
    return {
      docket,
      id: `${file}/${key}`,
      file,
      unit,
      openedOn,
      dueOn,
      ...(closedOn === undefined ? {} : { closedOn, onTime: closedOn <= dueOn }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(kind === undefined ? {} : { kind }),
      ...(assignee === undefined ? {} : { assignee }),
      dues: [],
      breaches: 0,
      attributes: { title: state.title },
      evidence,
    };
  }),
  ...breaches.map(({ code, fact, on: day, unit, text, basis, detail }): Item => ({
    docket: 'breach',
    id: `${file}/breach-${code}-${fact}`,
    file,
    unit,
    openedOn: day,
    kind: code,
    dues: [],
    breaches: 1,
    attributes: { code, text, basis, detail },
    evidence: [fact],
  })),
];

const timeline: Domain<Law>['timeline'] = () => {
  const laws: { readonly position: Position; readonly law: Law }[] = [];
  return {
    apply: ({ stream, position, data }: StoredEvent) => {
      if (!stream.startsWith('term-') || position <= (laws.at(-1)?.position ?? '')) return;
      laws.push({ position, law: z.object({ days: z.number() }).parse(data) });
    },
    at: (position) => laws.findLast((enacted) => enacted.position <= position)?.law ?? { days: 20 },
  };
};

export const smallDomain: Domain<Law> = {
  registers: { report: register as unknown as Register<FileState, Fact, Law> },
  referenceStreams: ['term-', 'person-'],
  timeline,
  reachOf: (before, after) => ({ everything: before.days !== after.days }),
  treeStreams: ['person-'],
  nodesOn: () =>
    new Map([
      ['all', ['u1', 'u2', 'u3']],
      ['half', ['u1', 'u2']],
      ['u3', ['u3']],
    ]),
  itemsOf,
};
