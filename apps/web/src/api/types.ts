/** What the pages read of the API's answers; the API's own description is its OpenAPI document. */
export interface User {
  readonly username: string;
  readonly name: string;
  readonly personId: string;
  readonly unit: string;
  readonly unitName: string;
  readonly roles: readonly string[];
}

interface Label {
  readonly vi: string;
  readonly en: string;
}

export interface FactForm {
  readonly type: string;
  readonly label: Label;
  readonly from: readonly string[];
  readonly to?: string;
  readonly basis: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** False of a fact that is only written together with one of another file. */
  readonly recordable: boolean;
}

export interface RegisterCard {
  readonly name: string;
  readonly label: Label;
  readonly statuses: Readonly<Record<string, string>>;
  readonly facts: readonly FactForm[];
}

export interface Catalogue {
  readonly registers: readonly RegisterCard[];
  readonly indicators: readonly IndicatorCard[];
}

export interface IndicatorCard {
  readonly code: string;
  readonly label: string;
  readonly formula: string;
  readonly source: string;
  readonly unitOfCount: string;
  readonly example?: string;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}

export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
}

export interface FileRow {
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly assigneeName?: string;
  readonly dueOn?: string;
  readonly openBreaches: number;
}

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface DueRow {
  readonly register: string;
  readonly id: string;
  /** `stream/key`, lasting. */
  readonly item: string;
  readonly number: string;
  readonly title: string;
  readonly docketLabel: string;
  /** What is to be done, of a duty. */
  readonly label?: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly subject?: string;
  readonly provisional: boolean;
  /** Others must send it, and nobody has recorded that it came. */
  readonly awaitsReceipt?: boolean;
  /** The last day to ask for the extension that is still open. */
  readonly askBy?: string;
  readonly assigneeName?: string;
  readonly basis?: string;
}

type DueCounts = Readonly<Record<'overdue' | 'today' | 'd3' | 'd7' | 'd30', number>>;

/** How much is due with one person, in one unit or at one stage. */
export interface DueGroup {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly counts: DueCounts;
}

export interface DueList extends Page<DueRow> {
  readonly counts: DueCounts;
  /** Every stage there is, to choose from. */
  readonly stages: readonly { readonly docket: string; readonly label: string }[];
  readonly groups?: readonly DueGroup[];
}

export interface Breach {
  readonly code: string;
  readonly text: string;
  readonly basis: string;
  readonly detail: string;
  readonly fact: string;
  readonly on: string;
}

export interface BreachRow extends Breach {
  readonly unitName: string;
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface LateEntry {
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly label: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly event: string;
  readonly actorName: string;
  readonly days: number;
}

export interface Step {
  readonly text: string;
  readonly basis: string;
  readonly date?: string;
}

export interface SpellView {
  readonly docket: string;
  readonly docketLabel?: string;
  /** What is to be done, of a duty. */
  readonly label?: string;
  readonly key: string;
  readonly openedOn: string;
  readonly closedOn?: string;
  readonly outcome?: string;
  readonly outcomeLabel?: string;
  readonly dueOn?: string;
  readonly onTime?: boolean;
  readonly provisional?: boolean;
  readonly steps: readonly Step[];
}

export interface TimelineEntry {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly label: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actorName: string;
  readonly importance: 'major' | 'minor' | 'correction';
  readonly data: Readonly<Record<string, unknown>>;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly late?: number;
  readonly correctedBy: readonly string[];
  readonly voided?: boolean;
  readonly historicalImport?: boolean;
}

export type Change =
  | { readonly kind: 'replace'; readonly fact: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'void'; readonly fact: string }
  | { readonly kind: 'insert'; readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** A correction that waits, as its file tells it. */
export interface PendingCorrection {
  readonly id: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly recordedAt: string;
  readonly data: { readonly reason: string; readonly changes: readonly Change[] };
  readonly mayDecide: boolean;
}

/** The same in the list of those that wait. */
export interface PendingRow {
  readonly id: string;
  readonly register: string;
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly requestedByName: string;
  readonly recordedAt: string;
  readonly reason: string;
  readonly mayDecide: boolean;
}

export interface FileView {
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly assigneeName?: string;
  readonly revision: number;
  readonly position: string;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly spells: readonly SpellView[];
  readonly breaches: readonly Breach[];
  readonly pendingCorrections: readonly PendingCorrection[];
  readonly links: readonly { register: string; id: string; number?: string; relation: string }[];
  readonly allowed: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}

export interface Recorded {
  readonly revision: number;
  readonly position: string;
  readonly repeated: boolean;
  readonly breaches: readonly Breach[];
}
