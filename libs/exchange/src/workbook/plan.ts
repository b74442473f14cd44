import { leadsUnit, registers, vietnamDay } from '#casework';
import { changesStatus, loadStream, Rejection } from '#engine';
import { commandsIn, type RowCommand, type UnreadRow } from './commands.js';
import { commandIdOf, decideRow, heldIn, recordingOf, type FileWrite, type Histories } from './decide-row.js';
import { fileFinder, filesInLog, type FilesInLog } from './files.js';
import type { ImportOptions } from './import-options.js';
import { namesIn } from './names.js';
import { problemOf, type RowProblem } from './problems.js';
import type { Sheet } from './read.js';

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

const loader =
  ({ log }: ImportOptions, inLog: FilesInLog, histories: Histories) =>
  async (streams: readonly string[]) => {
    for (const stream of streams)
      if (!histories.has(stream)) histories.set(stream, inLog.has(stream) ? await loadStream(log, stream) : []);
  };

const inReadingOrder = (problems: readonly RowProblem[], sheets: readonly Sheet[]): readonly RowProblem[] => {
  const order = new Map(sheets.map(({ sheet }, i) => [sheet, i]));
  return [...problems].sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row);
};

const repeated = ({ place }: RowCommand, { place: { sheet, row } }: RowCommand): RowProblem => ({
  ...place,
  reason: `Trùng với dòng ${row} của “${sheet}” (cùng hồ sơ, mốc, ngày và số văn bản)`,
});

/** The field of the fact that a refusal names, if it names one. */
const fieldOf = ({ more: { field = '' } }: Rejection): string | undefined => /^data\.([^.]+)/.exec(field)?.[1];

const PARTS = 200;

/**
 * Decides every row before any is written. Nothing is appended here.
 * @returns what would be written, and for each row that can't be loaded its sheet, row, field and reason
 */
export const planImport = async (sheets: readonly Sheet[], options: ImportOptions): Promise<ImportPlan> => {
  const { log, digest, referenceAt, reference, onProgress } = options;
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
    const { place, register, stream, fact } = command;
    const commandId = commandIdOf(command, options);
    const twin = seen.get(commandId);
    seen.set(commandId, command);
    if (twin) return void problems.push(repeated(command, twin));
    let streams: readonly string[] = [stream];
    const block = () => {
      if (changesStatus(registers[register].catalogue, fact)) for (const one of streams) blocked.add(one);
    };
    try {
      const recording = recordingOf(command, options);
      ({ streams } = recording);
      await load(streams);
      const held = heldIn(histories, command);
      if (!held && streams.some((one) => blocked.has(one))) {
        unjudged++;
        return block();
      }
      const decision = held ?? decideRow(command, recording, histories, options);
      if (decision.kind === 'decided') {
        writes.push(...decision.writes);
        breaches += decision.breaches;
        return undefined;
      }
      alreadyThere++;
      if (!decision.same)
        problems.push({ ...place, reason: 'Đã có trong sổ với nội dung khác; hãy đề nghị đính chính, đừng nạp lại' });
    } catch (error) {
      block();
      const field = error instanceof Rejection ? fieldOf(error) : undefined;
      problems.push(problemOf(place, error, field === undefined ? undefined : command.headingOf(field)));
    }
    return undefined;
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
