import { IMPORT_ACTOR, leadsUnit, recordCommand, registers, vietnamDay, viDay, type Reference } from '#casework';
import {
  canonicalJson,
  derivedId,
  effectiveHistory,
  eventsOf,
  loadStream,
  Rejection,
  type CommandContext,
  type Digest,
  type EventLog,
  type Fact,
  type Position,
  type StoredEvent,
} from '#engine';
import { identityOf, commandsIn, type RowCommand, type UnreadRow } from './commands.js';
import { fileFinder, filesInLog, type FilesInLog } from './files.js';
import { namesIn } from './names.js';
import { problemOf, type RowProblem } from './problems.js';
import type { Sheet } from './read.js';

/** How far an import has come. */
export interface ImportProgress {
  readonly step: 'files' | 'decide' | 'write';
  readonly done: number;
  /** Unknown while the log is read. */
  readonly total?: number;
}

export interface ImportOptions {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly referenceAt: (position: Position) => Reference;
  /** Where the reference data stands. */
  readonly reference: Position;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
  /** The server's clock, an instant in UTC. */
  readonly recordedAt: string;
  /** Who answers for loading mid-life files as they were; the facts are marked as imported and exempt from the rules. */
  readonly historicalApprovedBy?: string | undefined;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the import between two rows, or between two files. */
  readonly signal?: AbortSignal;
}

/** Events of one file, ready to append. */
export interface FileWrite {
  readonly stream: string;
  /** The events that the stream had when they were decided. */
  readonly had: number;
  readonly events: ReturnType<typeof eventsOf>;
  /** The command that writes them: its halves in several files belong in one append. */
  readonly command: string;
}

export interface ImportPlan {
  readonly problems: readonly RowProblem[];
  readonly writes: readonly FileWrite[];
  readonly rows: number;
  /** Rows whose milestone the log holds already. */
  readonly alreadyThere: number;
  /** Rows that couldn't be judged, an earlier one of their file being wrong. */
  readonly unjudged: number;
  readonly breaches: number;
}

type Histories = Map<string, readonly StoredEvent[]>;

const registerOrder: readonly string[] = Object.keys(registers);

/** The order in which things happened: by day; on one day reports come before the cases they lead to, and rows in turn. */
const inOrder = (commands: readonly RowCommand[], unread: readonly UnreadRow[]) => {
  const dayOf = (one: RowCommand | UnreadRow) => ('fact' in one ? one.fact.data.on : (one.on ?? ''));
  const rank = (one: RowCommand | UnreadRow) => ('fact' in one ? registerOrder.indexOf(one.register) : -1);
  return [...unread, ...commands].sort((a, b) => {
    const [left, right] = [dayOf(a), dayOf(b)];
    return left < right ? -1 : left > right ? 1 : rank(a) - rank(b);
  });
};

const sameWhereGiven = (row: Fact, held: Fact) =>
  Object.entries(row.data).every(
    ([field, value]) =>
      canonicalJson(value) === canonicalJson((held.data as unknown as Record<string, unknown>)[field] ?? null),
  );

/** The milestone of a row as the file holds it already: first recorded so, or corrected to it. */
const alreadyIn = (history: readonly StoredEvent[], { identity }: RowCommand): readonly Fact[] => [
  ...history
    .map(({ type, data }) => ({ type, data }) as Fact)
    .filter((fact) => typeof fact.data.on === 'string' && identityOf(fact) === identity),
  ...effectiveHistory(history)
    .map(({ fact }) => fact)
    .filter((fact) => identityOf(fact) === identity),
];

const continued = (history: readonly StoredEvent[], stream: string, events: FileWrite['events']) => [
  ...history,
  ...events.map((event, i) => ({ ...event, stream, revision: history.length + i, position: '9'.repeat(20) })),
];

/** A supervised load needs somebody who leads the unit; told once a unit. */
const unsupervised = (commands: readonly RowCommand[], options: ImportOptions): readonly RowProblem[] => {
  const { historicalApprovedBy: approver, referenceAt, reference, recordedAt } = options;
  if (approver === undefined) return [];
  const current = referenceAt(reference);
  const firstOf = new Map(commands.toReversed().map(({ unit, place }) => [unit, place] as const));
  return [...firstOf]
    .filter(([unit]) => !leadsUnit(current, approver, unit, vietnamDay(recordedAt)))
    .map(([unit, place]) => ({
      ...place,
      reason: `“${approver}” không phải là lãnh đạo của ${current.units.get(unit)?.name ?? unit} hoặc của cấp trên nên không duyệt được việc nạp hồ sơ cũ`,
    }));
};

/** The rules are waived for files loaded as they were, but nobody can tell what hasn't happened. */
const notYet = ({ fact, place, headingOf }: RowCommand, recordedAt: string): RowProblem | undefined =>
  fact.data.on.slice(0, 10) > vietnamDay(recordedAt)
    ? { ...place, field: headingOf('on'), reason: `Ngày ${viDay(fact.data.on)} chưa đến` }
    : undefined;

const loader =
  ({ log }: ImportOptions, inLog: FilesInLog, histories: Histories) =>
  async (streams: readonly string[]) => {
    for (const stream of streams)
      if (!histories.has(stream)) histories.set(stream, inLog.has(stream) ? await loadStream(log, stream) : []);
  };

const PARTS = 200;

/**
 * Decides every row before any is written. Nothing is appended here.
 * @returns what would be written, and for each row that can't be loaded its sheet, row, field and reason
 */
export const planImport = async (sheets: readonly Sheet[], options: ImportOptions): Promise<ImportPlan> => {
  const { log, digest, referenceAt, reference, recordedAt, historicalApprovedBy, onProgress } = options;
  const inLog = await filesInLog(log, (done) => onProgress?.({ step: 'files', done }));
  const read = commandsIn(sheets, {
    names: namesIn(referenceAt(reference)),
    finder: (mentions) => fileFinder(digest, inLog, mentions),
    unit: options.unit,
  });
  const problems: RowProblem[] = [...read.problems, ...unsupervised(read.commands, options)];
  const histories: Histories = new Map();
  const load = loader(options, inLog, histories);
  const seen = new Map<string, RowCommand>();
  const blocked = new Set<string>();
  const writes: FileWrite[] = [];
  let [alreadyThere, breaches, unjudged] = [0, 0, 0];

  const judge = async (command: RowCommand) => {
    const { place, register, stream, unit, fact, identity, headingOf } = command;
    const commandId = derivedId(digest, `import/${stream}/${identity}`);
    const twin = seen.get(commandId);
    if (twin) {
      const { sheet, row } = twin.place;
      return void problems.push({
        ...place,
        reason: `Trùng với dòng ${row} của “${sheet}” (cùng hồ sơ, mốc, ngày và số văn bản)`,
      });
    }
    seen.set(commandId, command);
    if (blocked.has(stream)) return void unjudged++;
    const imported =
      historicalApprovedBy === undefined ? {} : { historicalImport: true as const, onBehalfOf: historicalApprovedBy };
    const context: CommandContext = { commandId, actor: IMPORT_ACTOR, unit, recordedAt, reference, ...imported };
    const block = (streams: readonly string[]) => {
      if (changes(register, fact)) for (const one of streams) blocked.add(one);
    };
    let streams: readonly string[] = [stream];
    try {
      const id = stream.slice(register.length + 1);
      const recording = recordCommand({ register, id, fact, context, referenceAt });
      ({ streams } = recording);
      await load(streams);
      const held = alreadyIn(histories.get(stream) ?? [], command);
      if (held.length > 0) {
        alreadyThere++;
        if (!held.some((one) => sameWhereGiven(fact, one)))
          problems.push({ ...place, reason: 'Đã có trong sổ với nội dung khác; hãy đề nghị đính chính, đừng nạp lại' });
        return;
      }
      const early = notYet(command, recordedAt);
      if (early) {
        block(streams);
        return void problems.push(early);
      }
      if (streams.some((one) => blocked.has(one))) {
        block(streams);
        return void unjudged++;
      }
      const commandHash = digest(canonicalJson({ content: recording.content, actor: IMPORT_ACTOR, streams }));
      const decided = recording.decide(histories);
      breaches += decided.answer.breaches.length;
      for (const { stream: into, facts } of decided.writes.filter((write) => write.facts.length > 0)) {
        const history = histories.get(into) ?? [];
        const events = eventsOf(facts, into, context, commandHash, digest);
        writes.push({ stream: into, had: history.length, events, command: commandId });
        histories.set(into, continued(history, into, events));
      }
    } catch (error) {
      block(streams);
      const field = error instanceof Rejection ? error.more.field?.replace(/^data\./, '').split('.')[0] : undefined;
      problems.push(problemOf(place, error, field === undefined || field === 'type' ? undefined : headingOf(field)));
    }
  };

  const ordered = inOrder(read.commands, read.unread);
  for (const [i, one] of ordered.entries()) {
    if (i % PARTS === 0) {
      options.signal?.throwIfAborted();
      onProgress?.({ step: 'decide', done: i, total: ordered.length });
      // Lets signals and progress through while a large workbook is judged.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if ('fact' in one) await judge(one);
    else for (const stream of one.blocks) blocked.add(stream);
  }
  onProgress?.({ step: 'decide', done: ordered.length, total: ordered.length });
  return { problems: inReadingOrder(problems, sheets), writes, rows: read.rows, alreadyThere, unjudged, breaches };
};

const changes = (register: RowCommand['register'], { type }: Fact): boolean =>
  Object.entries(registers[register].catalogue).some(([name, { to }]) => name === type && to !== undefined);

const inReadingOrder = (problems: readonly RowProblem[], sheets: readonly Sheet[]): readonly RowProblem[] => {
  const order = new Map(sheets.map(({ sheet }, i) => [sheet, i]));
  return [...problems].sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row);
};
