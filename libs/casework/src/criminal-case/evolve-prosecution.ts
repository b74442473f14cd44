import type { Recorded } from '#engine';
import { clockOf, extended, openSpell, withChanged, withClock, withClosed, withOpened } from '../spells.js';
import {
  docketedAccused,
  inScope,
  isActive,
  resumedFor,
  stoppedFor,
  toResume,
  withAccused,
  withActive,
} from './accused.js';
import type { prosecutionFacts } from './facts-prosecution.js';
import { stageClock } from './juvenile.js';
import { countingOn, onTheRoad } from './open-readings.js';
import { changed, closedSpell, entered, handedOver, left, moved } from './stages.js';
import type { Accused, CriminalCase, FileReturn } from './state.js';
import type { DataOf, Steps } from './steps.js';

const awaitsDecision = ({ status }: Accused) => status === 'charged' || status === 'concluded';
const isIndicted = ({ status }: Accused) => status === 'indicted';

/** The prosecution stage after a decision on some accused: it ends when the last of them is decided. */
const settled = (
  file: CriminalCase,
  recorded: Recorded,
  day: string,
  whole: boolean,
  outcome: 'suspended' | 'terminated',
): CriminalCase => {
  if (!whole && file.accused.some(awaitsDecision)) return file;
  const indicted = file.accused.some(isIndicted);
  const done = left(file, recorded, 'prosecution', indicted ? 'prosecuted' : outcome);
  if (indicted) return moved(done, recorded, 'prosecuted', { on: day, indictmentNo: lastIndictment(file) });
  const waits = outcome === 'suspended' || file.accused.some(({ status }) => status === 'suspended');
  return waits
    ? moved(done, recorded, 'prosecutionSuspended', { on: day })
    : moved(done, recorded, 'terminated', { on: day });
};

const lastIndictment = (file: CriminalCase) => file.indictments.at(-1)?.no ?? '';

/** The prosecution decided for those still in the proceedings. */
const prosecuted = (file: CriminalCase, recorded: Recorded, day: string): CriminalCase => {
  if (!file.accused.some(awaitsDecision)) {
    const decided = left(file, recorded, 'prosecution', 'prosecuted');
    return moved(decided, recorded, 'prosecuted', { on: day, indictmentNo: lastIndictment(file) });
  }
  const decides = file.status === 'prosecution' || file.status === 'courtReturned';
  return decides ? file : moved(file, recorded, 'prosecution', { procedure: 'ordinary' });
};

type Indicting = Pick<DataOf<'IndictmentIssued'>, 'indictmentNo' | 'accused'>;

const indicted = (file: CriminalCase, { indictmentNo, accused }: Indicting, recorded: Recorded, day: string) => {
  const ids = accused.map(({ accusedId }) => accusedId);
  const issued = changed(file, {
    indictments: [...file.indictments, { no: indictmentNo, on: day, unit: file.unit, accusedIds: ids }],
  });
  const named = accused.reduce(
    (all, { accusedId, charges }) =>
      docketedAccused(
        withAccused(all, recorded, [accusedId], (one) => ({
          ...one,
          status: 'indicted',
          indictedFor: charges,
          indictmentNo,
        })),
        recorded,
        accusedId,
        charges,
      ),
    issued,
  );
  return prosecuted(named, recorded, day);
};

/** The indictment kept as it was, for everyone it names who is still in the proceedings. */
const maintained = (file: CriminalCase, recorded: Recorded, day: string) => {
  const accused = file.accused.map((one) =>
    awaitsDecision(one) && one.indictedFor ? { ...one, status: 'indicted' as const } : one,
  );
  const kept = changed(file, { accused });
  return moved(left(kept, recorded, 'prosecution', 'prosecuted'), recorded, 'prosecuted', {
    on: day,
    indictmentNo: lastIndictment(file),
  });
};

/** A return judged grounded or not; the procuracy's own, made for the court, shares the verdict on the court's. */
const assessed = (file: CriminalCase, returnId: string, accepted: boolean, recorded: Recorded): CriminalCase => {
  const isMeant = (one: FileReturn) => one.id === returnId || one.onCourtReturnId === returnId;
  const outcome = accepted ? 'grounded' : 'ungrounded';
  return changed(file, {
    returns: file.returns.map((one) => (isMeant(one) ? { ...one, accepted } : one)),
    spells: file.returns
      .filter(isMeant)
      .reduce((spells, { spell }) => closedSpell(spells, spell, recorded, outcome), file.spells),
  });
};

const returned = (file: CriminalCase, data: DataOf<'CaseFileReturned'>, recorded: Recorded, day: string) => {
  const forCourt = data.by === 'procuracy' && data.onCourtReturnId !== undefined;
  const spells = withOpened(file.spells, recorded, {
    docket: 'return',
    unit: file.unit,
    kind: forCourt ? 'procuracyForCourt' : data.by,
    ...(file.assignee === undefined ? {} : { assignee: file.assignee }),
  });
  const one: FileReturn = {
    id: data.returnId,
    on: day,
    by: data.by,
    nth: data.returnNo,
    reasons: data.reasons,
    ...(data.onCourtReturnId === undefined ? {} : { onCourtReturnId: data.onCourtReturnId }),
    ...(data.deliveredOn === undefined ? {} : { deliveredOn: data.deliveredOn }),
    spell: spells.at(-1)?.key ?? '',
  };
  const listed = changed(file, { spells, returns: [...file.returns, one] });
  const onCourts = file.returns.find(({ id }) => id === data.onCourtReturnId);
  const known =
    onCourts?.accepted === undefined
      ? listed
      : changed(listed, {
          spells: closedSpell(spells, one.spell, recorded, onCourts.accepted ? 'grounded' : 'ungrounded'),
        });
  if (data.by !== 'procuracy') {
    const back = left(withActive(known, 'concluded'), recorded, 'court', 'returned');
    return moved(back, recorded, 'courtReturned', { returnId: data.returnId });
  }
  const kind = forCourt ? 'supplementaryByCourt' : 'supplementaryByProcuracy';
  const left1 = left(withActive(known, 'charged'), recorded, 'prosecution', 'returned');
  const opened = entered(
    left1,
    recorded,
    'investigation',
    kind,
    clockOf(`investigation.${kind}`, data.deliveredOn ?? day),
  );
  return moved(opened, recorded, 'supplementary', { returnId: data.returnId });
};

/** A return that the upper procuracy took back had no grounds, and the investigation it began is void. */
const overruledReturn = (file: CriminalCase, recorded: Recorded): CriminalCase => {
  const last = file.returns.at(-1);
  const judged = last && last.accepted === undefined ? assessed(file, last.id, false, recorded) : file;
  return left(judged, recorded, 'investigation', 'annulled');
};

export const prosecutionSteps: Steps<keyof typeof prosecutionFacts> = {
  CaseFileReceived: (file, { severity, procedure }, recorded, day) => {
    const here = withActive({ ...file, severity }, 'concluded');
    const again = file.spells.some(({ docket }) => docket === 'prosecution');
    const clock =
      procedure === 'summary'
        ? clockOf('prosecution.summary', day)
        : countingOn(stageClock(here, 'prosecution.decide', day, severity), file.spells);
    const opened = entered(here, recorded, 'prosecution', again ? 'again' : 'first', clock);
    return moved(opened, recorded, 'prosecution', { procedure });
  },
  ProsecutionDeadlineExtended: (file, { days }, recorded, day) =>
    changed(file, {
      spells: withClock(file.spells, recorded, 'prosecution', (clock) =>
        extended(clock, { fact: recorded.id, decidedOn: day, length: { days } }),
      ),
    }),
  CaseFileReturned: returned,
  ReturnGroundsAssessed: (file, { returnId, accepted }, recorded) => assessed(file, returnId, accepted, recorded),
  CourtReturnRefused: (file, { returnId }, recorded, day) =>
    maintained(assessed(file, returnId, false, recorded), recorded, day),
  IndictmentIssued: indicted,
  SummaryProsecutionDecided: indicted,
  IndictmentReplaced: (file, data, recorded, day) => {
    const indictments = file.indictments.map((one) =>
      one.no === data.replaces ? { ...one, replacedBy: data.indictmentNo } : one,
    );
    return indicted(changed(file, { indictments }), data, recorded, day);
  },
  IndictmentMaintained: (file, _, recorded, day) => maintained(file, recorded, day),
  CaseSuspendedByProcuracy: (file, { accusedIds, ground }, recorded, day) => {
    const stopped = stoppedFor(file, recorded, inScope(file, accusedIds), 'suspended', 'procuracy', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'suspended');
  },
  CaseTerminatedByProcuracy: (file, { accusedIds, ground }, recorded, day) => {
    const stopped = stoppedFor(file, recorded, inScope(file, accusedIds), 'terminated', 'procuracy', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'terminated');
  },
  CaseResumedByProcuracy: (file, { accusedIds, severity }, recorded, day) => {
    const back = resumedFor(file, recorded, toResume(file, accusedIds, 'procuracy'), 'concluded');
    if (openSpell(file.spells, 'prosecution')) return back;
    const clock = stageClock(back, 'prosecution.decide', day, severity);
    const opened = entered({ ...back, severity }, recorded, 'prosecution', 'resumed', clock);
    return moved(opened, recorded, 'prosecution', { procedure: 'ordinary' });
  },
  ProcuracyDecisionOverruled: (file, { overruled }, recorded) => {
    const back = overruled === 'return' ? overruledReturn(file, recorded) : file;
    const stopped = { suspension: 'suspended', termination: 'terminated', indictment: '', return: '' }[overruled];
    const meant = back.accused.filter((one) =>
      stopped === '' ? isActive(one) : one.status === stopped && one.stoppedBy === 'procuracy',
    );
    const ids = meant.map(({ id }) => id);
    const free = resumedFor(back, recorded, ids, 'concluded');
    const spells = ids.reduce((all, id) => withClosed(all, recorded, 'accused', 'withdrawn', id), free.spells);
    const out = overruled === 'indictment' ? changed(free, { spells }) : free;
    // The law orders a lawful decision without a term for it: a stay with no clock.
    return moved(entered(out, recorded, 'prosecution', 'overruled'), recorded, 'prosecution', {
      procedure: 'ordinary',
    });
  },
  IndictmentDelivered: (file, { accusedId }, recorded, day) =>
    withAccused(file, recorded, [accusedId], (one) => ({ ...one, deliveredOn: day })),
  ProcuracyDecisionNotified: (file) => file,
  CaseFileTransferredToCourt: (file, { court }, recorded) => {
    const again = file.spells.some(({ docket }) => docket === 'court');
    return moved(entered({ ...file, court }, recorded, 'court', again ? 'again' : 'first'), recorded, 'atCourt', {});
  },
  ProsecutionWithdrawn: (file, { accusedIds, charges, ground }, recorded, day) => {
    const ids = inScope(file, accusedIds);
    const dropped = new Set((charges ?? []).map(({ article, clause }) => `${article}/${clause ?? ''}`));
    if (dropped.size > 0)
      return withAccused(file, recorded, ids, (one) => ({
        ...one,
        indictedFor: (one.indictedFor ?? []).filter(
          ({ article, clause }) => !dropped.has(`${article}/${clause ?? ''}`),
        ),
      }));
    const stopped = stoppedFor(file, recorded, ids, 'withdrawn', 'procuracy', ground);
    if (accusedIds !== undefined && stopped.accused.some(isActive)) return stopped;
    return moved(left(stopped, recorded, 'court', 'withdrawn'), recorded, 'terminated', { on: day });
  },
  CaseTransferred: (file, { toUnit, ground }, recorded) =>
    handedOver(file, recorded, toUnit, (docket) => docket === 'prosecution' && ground === 'prosecution'),
  TransferredCaseReceived: (file, { severity = file.severity }, recorded, day) => {
    const spells = withChanged(file.spells, 'prosecution', (spell) => ({
      ...spell,
      evidence: [...spell.evidence, recorded.id],
      ...(spell.clock || severity === undefined
        ? {}
        : { clock: stageClock(file, 'prosecution.decide', day, severity) }),
    }));
    return changed(file, { spells: withChanged(spells, 'investigation', (spell) => onTheRoad(spell, day)) });
  },
};
