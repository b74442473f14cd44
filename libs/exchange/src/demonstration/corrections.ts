import type { Fact } from '#engine';
import { addDays } from '#law';
import { workingDayFrom, type Asking, type Recording, type Step } from './plot.js';
import type { DemoUnit } from './province.js';
import type { Random } from './random.js';

/** What people get wrong in each kind of milestone, put right. */
const slips: Readonly<Record<string, (data: Fact['data']) => object>> = {
  NonInitiationDecided: () => ({ ground: '2' }),
  ReporterNotified: () => ({ docNo: '01/TB' }),
  InvestigationRequirementIssued: () => ({ items: ['Làm rõ vai trò của từng bị can'] }),
  RecommendationAnswered: () => ({ measure: 'Đã khắc phục, có báo cáo kèm theo' }),
  PetitionDecisionIssued: () => ({ finding: 'partlyRight' }),
  ProtestHeard: () => ({ court: 'Tòa án nhân dân tỉnh Minh Hoạ (giả định), phiên mở lại' }),
};

const daysLater = (instant: string, days: number, random: Random) => {
  const day = workingDayFrom(addDays(instant.slice(0, 10), days));
  return new Date(Date.parse(day) + random.whole(60, 590) * 60_000).toISOString();
};

/** Now and then a milestone was written down wrongly: its recorder asks for a correction, the head approves it. */
export const withCorrections = (steps: readonly Recording[], unit: DemoUnit, random: Random): readonly Step[] => {
  const wrong = steps.find(({ fact, actor }) => slips[fact.type] && actor !== unit.head);
  const right = wrong && slips[wrong.fact.type];
  if (!wrong || !right || !random.chance(0.012)) return steps;
  const { stream, register, actor, unit: own } = wrong;
  const asked: Asking = {
    does: 'ask',
    stream,
    register,
    actor,
    unit: own,
    recordedAt: daysLater(wrong.recordedAt, random.whole(2, 15), random),
    wrong,
    data: { ...wrong.fact.data, ...right(wrong.fact.data) },
    reason: 'Đối chiếu sổ giấy thấy ghi chưa đúng',
  };
  const recordedAt = daysLater(asked.recordedAt, random.whole(1, 4), random);
  return [...steps, asked, { does: 'approve', stream, register, actor: unit.head, unit: own, recordedAt, asked }];
};
