import { addDays } from '#law';
import { withCorrections } from './corrections.js';
import { workingDayFrom, type Recording, type Scene, type Step } from './plot.js';
import type { Province } from './province.js';
import { randomFrom } from './random.js';
import { crimeReportStory } from './stories/crime-report.js';
import { criminalCaseStory } from './stories/criminal-case.js';
import { protestStory, recommendationStory } from './stories/oversight.js';
import { petitionStory } from './stories/petition.js';

/** What share of all files each register opens by itself; cases come from reports, some protests from cases. */
const MIX = [
  ['crimeReport', 52],
  ['petition', 40],
  ['recommendation', 5],
  ['protest', 1.5],
] as const;

export interface DemoPlan {
  readonly seed: number;
  /** The first day of the first work year, YYYY-MM-DD. */
  readonly since: string;
  /** Nothing is recorded on or after the end of this day. */
  readonly until: string;
  /** How many files to open, about. */
  readonly files: number;
}

const idOf = (seed: number, n: number) => `demo-${seed}-${String(n).padStart(6, '0')}`;

const civilOccasion = (serial: number, sign: string, on: string) => ({
  on,
  judgmentNo: `${serial}/${on.slice(0, 4)}/DSST`,
  court: `Tòa án nhân dân ${sign} (giả định)`,
});

/** The files that one beginning leads to: a report its case, a case its protest or recommendation. */
const told = (register: (typeof MIX)[number][0], scene: Scene, id: string, opened: string): readonly Recording[] => {
  const { random } = scene;
  switch (register) {
    case 'petition':
      return petitionStory(scene, id, opened);
    case 'recommendation':
      return recommendationStory(scene, id, opened);
    case 'protest':
      return protestStory(
        scene,
        id,
        civilOccasion(scene.serial, scene.unit.sign, opened),
        random.pick(['civil', 'civil', 'administrative']),
      );
    case 'crimeReport': {
      const report = crimeReportStory(scene, id, opened);
      if (!report.opened) return report.steps;
      const { steps, judged } = criminalCaseStory(scene, report.opened);
      const all = [...report.steps, ...steps];
      if (!judged) return all;
      const sourceFile = `criminalCase-${id}`;
      if (random.chance(0.03)) all.push(...protestStory(scene, `${id}-kn`, { ...judged, sourceFile }, 'criminal'));
      if (random.chance(0.04))
        all.push(
          ...recommendationStory(
            scene,
            `${id}-kn`,
            workingDayFrom(addDays(judged.on, 5)),
            sourceFile,
            judged.writtenBy,
          ),
        );
      return all;
    }
    default:
      return register satisfies never;
  }
};

/**
 * Every milestone of the demonstration in the order in which it was written down, over all files; the same for the same
 * plan. Files still open at the end are simply not told further.
 */
export const demonstrationSteps = (province: Province, { seed, since, until, files }: DemoPlan): readonly Step[] => {
  const random = randomFrom(seed ^ 0x5eed);
  const days = Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000);
  const end = new Date(Date.parse(addDays(until, 1)) - 7 * 3_600_000).toISOString();
  const units = province.units.map((unit) => [unit, unit.weight] as const);
  const steps: Step[] = [];
  // About four in nine reports lead to a case, which is a file as well.
  const beginnings = Math.round(files / 1.24);
  for (let n = 1; n <= beginnings; n++) {
    const unit = random.weighted(units);
    const scene = { random, unit, prosecutor: random.pick(unit.prosecutors), serial: n };
    const opened = workingDayFrom(addDays(since, random.whole(0, days)));
    steps.push(...withCorrections(told(random.weighted(MIX), scene, idOf(seed, n), opened), unit, random));
  }
  return steps
    .filter(({ recordedAt }) => recordedAt < end)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
};
