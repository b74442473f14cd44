import type { Clock } from './clock.js';
import { dayOfMoment } from './dates.js';
import { dueOf, FOREVER, runUnderLaw } from './due-date.js';
import type { Law } from './law.js';
import { CONTINGENT_POINTS, COUNTED_POINTS } from './open-points.js';
import type { Run } from './running.js';
import { settingOn, type Reading } from './settings.js';
import type { Step } from './step.js';
import { momentInWords } from './wording.js';

/** Each open point whose other reading gives another date, and those named by the row that no count can show. */
export const openPointSteps = (clock: Clock, law: Law, judgedRun: Run): readonly Step[] => {
  const day = dayOfMoment(clock.trigger);
  const { readings, row, due: dueNow, way } = judgedRun;
  const shown = (point: string) => {
    const reading: Reading = readings.get(point) ?? 1;
    const setting = settingOn(law.settings, point, day);
    const [followed, other] = [setting?.readings[reading - 1], setting?.readings[2 - reading]];
    return {
      reading,
      setting,
      followed: followed ?? `cách hiểu ${reading}`,
      other: other ?? `cách hiểu ${3 - reading}`,
    };
  };
  const raised = [...(row.readings ?? []), ...(clock.otherwise ?? [])].map(({ point }) => point);
  const countable = new Set([...COUNTED_POINTS, ...raised]);
  const counted = [...countable].flatMap((point): readonly Step[] => {
    const { reading, setting, followed, other } = shown(point);
    const alternative = runUnderLaw(clock, law, FOREVER, new Map(readings).set(point, reading === 1 ? 2 : 1));
    const date = dueOf(alternative).due;
    if (date === way.text(dueNow) || judgedRun.suspendedSince !== undefined) return [];
    const question = setting ? ` (${setting.question})` : '';
    return [
      {
        text: `Điểm ${point} chưa thống nhất${question}: đang theo "${followed}"; nếu theo "${other}" thì hạn là ${momentInWords(date)}.`,
        basis: setting?.source ?? row.basis,
        date,
        point,
      },
    ];
  });
  const named = (row.openPoints ?? [])
    .filter((point) => !countable.has(point) && !CONTINGENT_POINTS.includes(point))
    .flatMap((point): readonly Step[] => {
      const { setting, followed, other } = shown(point);
      if (!setting) return [];
      return [
        {
          text: `Điểm ${point} chưa thống nhất (${setting.question}): đang theo "${followed}"; cách khác: "${other}".`,
          basis: setting.source,
          point,
        },
      ];
    });
  return [...counted, ...named];
};
