import type { Recorded } from '#engine';
import { clockOf, extended, openSpell, withChanged, withClock, withClosed } from '../spells.js';
import { docketedAccused, inScope, isActive, resumedFor, stoppedFor, toResume, withAccused } from './accused.js';
import type { courtFacts } from './facts-court.js';
import { stageClock } from './juvenile.js';
import { changed, entered, left, moved } from './stages.js';
import type { CaseFile, CriminalCase, Details } from './state.js';
import type { DataOf, Steps } from './steps.js';
import { outcomeOf } from './verdicts.js';

/** What is known of the trial to come, with something more. */
const hearing = (file: CriminalCase, recorded: Recorded, more: Partial<Details<'atCourt'>>): CriminalCase =>
  file.status === 'atCourt' ? moved(file, recorded, 'atCourt', { ...file.current, ...more }) : file;

/** The trial stage after a decision on some accused: it ends when the last of them is out of it. */
const settled = (
  file: CriminalCase,
  recorded: Recorded,
  day: string,
  whole: boolean,
  outcome: 'suspended' | 'terminated',
): CriminalCase => {
  if (!whole && file.accused.some(isActive)) return file;
  const done = left(file, recorded, 'court', outcome);
  const waits = outcome === 'suspended' || file.accused.some(({ status }) => status === 'suspended');
  return waits
    ? moved(done, recorded, 'courtSuspended', { on: day })
    : moved(done, recorded, 'terminated', { on: day });
};

/** A verdict reached at a retrial takes the place of the one that was annulled. */
const replacedVerdict = <F extends CaseFile>(file: F, id: string): F => ({
  ...file,
  spells: file.spells.map((spell) =>
    spell.docket === 'accused' &&
    spell.subject === id &&
    spell.closedOn !== undefined &&
    spell.outcome !== 'withdrawn' &&
    spell.outcome !== 'replaced'
      ? { ...spell, outcome: 'replaced' }
      : spell,
  ),
});

type Judged = NonNullable<DataOf<'AppellateJudgmentRecorded'>['accused']>;

const withVerdicts = (
  file: CriminalCase,
  judged: Judged,
  instance: 'first' | 'appellate' | 'cassation',
  recorded: Recorded,
  day: string,
): CriminalCase =>
  judged.reduce((all, { accusedId, verdicts }) => {
    const outcome = outcomeOf(verdicts);
    return withAccused(all, recorded, [accusedId], (one) => ({
      ...one,
      status: outcome === 'acquitted' ? 'acquitted' : 'convicted',
      verdicts: [...one.verdicts, { instance, on: day, outcome, verdicts }],
    }));
  }, file);

type Higher = DataOf<'AppellateJudgmentRecorded'>;

const judgedAbove = (
  file: CriminalCase,
  data: Higher,
  instance: 'appellate' | 'cassation',
  recorded: Recorded,
  day: string,
): CriminalCase => {
  const { outcome, accused = [], judgmentNo, court } = data;
  const judgments = [...file.judgments, { instance, no: judgmentNo, on: day, outcome }];
  const done = withVerdicts(changed(file, { judgments }), accused, instance, recorded, day);
  const named = accused.map(({ accusedId }) => accusedId);
  const ids =
    named.length > 0
      ? named
      : done.accused.filter(({ status }) => status === 'convicted' || status === 'acquitted').map(({ id }) => id);
  if (outcome === 'annulledAndTerminated') {
    const stopped = stoppedFor(done, recorded, ids, 'terminated', 'court', outcome);
    return moved(stopped, recorded, 'terminated', { on: day });
  }
  if (outcome === 'annulledForRetrial') {
    const back = resumedFor(done, recorded, ids, 'indicted');
    const docketed = ids.reduce((all, id) => {
      const one = all.accused.find((accused) => accused.id === id);
      return docketedAccused(all, recorded, id, one?.indictedFor ?? one?.charges ?? []);
    }, back);
    return moved(entered({ ...docketed, court }, recorded, 'court', 'retrial'), recorded, 'atCourt', {});
  }
  return moved(done, recorded, 'appellateTried', { on: day, outcome });
};

export const courtSteps: Steps<keyof typeof courtFacts> = {
  CourtCaseDocketed: (file, { severity }, recorded, day) => {
    const again = openSpell(file.spells, 'court')?.kind === 'again';
    const clock = again
      ? clockOf('trial.prepare', day, { kind: 'again' })
      : stageClock(file, 'trial.prepare', day, severity);
    // The court's stay is in time when it has set the trial before its time to prepare is over (Điều 277 khoản 1).
    const spells = withChanged(file.spells, 'court', (spell) => ({
      ...spell,
      clock,
      evidence: [...spell.evidence, recorded.id],
    }));
    return hearing(changed(file, { spells }), recorded, { preparation: clock });
  },
  TrialPreparationExtended: (file, { days }, recorded, day) => {
    const clock = file.status === 'atCourt' ? file.current.preparation : undefined;
    if (!clock) return file;
    const extension = { fact: recorded.id, decidedOn: day, length: { days } };
    const spells = withClock(file.spells, recorded, 'court', (running) => extended(running, extension));
    return hearing(changed(file, { spells }), recorded, { preparation: extended(clock, extension) });
  },
  TrialScheduled: (file, { trialOn }, recorded, day) => {
    const spells = withChanged(file.spells, 'court', (spell) => ({
      ...spell,
      doneOn: spell.doneOn ?? day,
      evidence: [...spell.evidence, recorded.id],
    }));
    return hearing(changed(file, { spells }), recorded, { scheduledOn: day, trialOn });
  },
  TrialPostponed: (file, { until }, recorded) =>
    hearing(file, recorded, { postponed: true, ...(until === undefined ? {} : { trialOn: until }) }),
  TrialHeld: (file, _, recorded, day) => hearing(file, recorded, { heldOn: day }),
  FirstInstanceJudgmentRecorded: (file, { judgmentNo, accused }, recorded, day) => {
    const judgments = [...file.judgments, { instance: 'first' as const, no: judgmentNo, on: day }];
    const judged = withVerdicts(changed(file, { judgments }), accused, 'first', recorded, day);
    const done = accused.reduce((all, { accusedId, verdicts }) => {
      const fresh = replacedVerdict(all, accusedId);
      return changed(fresh, {
        spells: withClosed(fresh.spells, recorded, 'accused', outcomeOf(verdicts), accusedId),
      });
    }, judged);
    if (done.accused.some(isActive)) return done;
    return moved(left(done, recorded, 'court', 'judged'), recorded, 'tried', { on: day });
  },
  JudgmentReviewed: (file) => file,
  AppellateJudgmentRecorded: (file, data, recorded, day) => judgedAbove(file, data, 'appellate', recorded, day),
  CassationDecisionRecorded: (file, data, recorded, day) => judgedAbove(file, data, 'cassation', recorded, day),
  CourtCaseSuspended: (file, { accusedIds, ground }, recorded, day) => {
    const stopped = stoppedFor(file, recorded, inScope(file, accusedIds), 'suspended', 'court', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'suspended');
  },
  CourtCaseResumed: (file, { accusedIds }, recorded) => {
    const back = resumedFor(file, recorded, toResume(file, accusedIds, 'court'), 'indicted');
    if (openSpell(file.spells, 'court')) return back;
    return moved(entered(back, recorded, 'court', 'resumed'), recorded, 'atCourt', {});
  },
  CourtCaseTerminated: (file, { accusedIds, ground }, recorded, day) => {
    if (file.status === 'terminated') return file;
    const suspended = file.accused.filter(({ status, stoppedBy }) => status === 'suspended' && stoppedBy === 'court');
    const out = accusedIds ?? [...inScope(file, undefined), ...suspended.map(({ id }) => id)];
    const stopped = stoppedFor(file, recorded, out, 'terminated', 'court', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'terminated');
  },
  CaseClosed: (file, { reason }, recorded, day) =>
    moved(file, recorded, 'closed', {
      on: day,
      reason,
      before: file.status === 'appellateTried' || file.status === 'terminated' ? file.status : 'tried',
    }),
  CaseReopened: (file, _, recorded, day) => {
    const before = file.status === 'closed' ? file.current.before : 'tried';
    return before === 'appellateTried'
      ? moved(file, recorded, before, { on: day, outcome: file.judgments.at(-1)?.outcome ?? '' })
      : moved(file, recorded, before, { on: day });
  },
};
