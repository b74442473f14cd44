import { addDays } from '#law';
import { plot, type Plot, type Scene } from '../plot.js';

/** A judgment or a case that oversight may react to. */
export interface Occasion {
  readonly on: string;
  readonly judgmentNo: string;
  readonly court: string;
  /** The stream of the case it comes from. */
  readonly sourceFile?: string;
  /** Not recorded before this instant. */
  readonly writtenBy?: string;
}

type Field = 'criminal' | 'civil' | 'administrative';

/** A protest against a judgment: issued within its 15 or 30 days, now and then late, then heard and resolved. */
export const protestStory = (scene: Scene, id: string, occasion: Occasion, field: Field): Plot['steps'] => {
  const { random, unit, serial } = scene;
  const told = plot(scene, 'protest', id, occasion.on);
  if (occasion.writtenBy) told.after(occasion.writtenBy);
  const { tell, pass, today } = told;
  const late = random.chance(0.04);
  pass(late ? random.whole(17, 20) : random.whole(4, 11));
  tell(
    'ProtestIssued',
    {
      protestNo: `${serial}/QĐ-VKS-${unit.sign}`,
      procedure: 'appellate',
      field,
      level: 'sameLevel',
      against: 'judgment',
      judgmentNo: occasion.judgmentNo,
      court: occasion.court,
      pronouncedOn: occasion.on,
      prosecutorPresent: true,
      ...(field === 'criminal' ? { direction: random.pick(['againstDefendant', 'forDefendant']) } : {}),
      grounds: 'Bản án đánh giá chứng cứ chưa đầy đủ, áp dụng pháp luật chưa đúng',
      request: 'Đề nghị cấp phúc thẩm sửa bản án sơ thẩm',
      signer: unit.head,
      prosecutor: scene.prosecutor,
      ...(late && field !== 'criminal' ? { explanationNo: `${serial}/CV-VKS-${unit.sign}` } : {}),
      ...(occasion.sourceFile ? { sourceFile: occasion.sourceFile } : {}),
    },
    unit.head,
  );
  pass(random.whole(30, 70));
  if (random.chance(0.08)) {
    tell('ProtestWithdrawn', { by: 'upperProcuracy', reason: 'Không cần thiết phải bảo vệ kháng nghị' });
    return told.steps;
  }
  const court = 'Tòa án nhân dân tỉnh Minh Hoạ (giả định)';
  tell('ProtestHeard', { court });
  tell('ProtestResolved', {
    outcome: random.weighted([
      ['accepted', 72],
      ['partlyAccepted', 10],
      ['rejected', 18],
    ] as const),
    decisionNo: `${serial}/${today().slice(0, 4)}/PT`,
    court,
  });
  return told.steps;
};

/** A recommendation: issued, reminded where need be, answered in most cases, its remedy verified. */
export const recommendationStory = (
  scene: Scene,
  id: string,
  opened: string,
  sourceFile?: string,
  writtenBy?: string,
): Plot['steps'] => {
  const { random, unit, serial } = scene;
  const told = plot(scene, 'recommendation', id, opened);
  if (writtenBy) told.after(writtenBy);
  const { tell, pass, today } = told;
  const regime = random.weighted([
    ['none', 60],
    ['custody', 20],
    ['execution', 20],
  ] as const);
  tell(
    'RecommendationIssued',
    {
      recommendationNo: `${serial}/KN-VKS-${unit.sign}`,
      kind: random.weighted([
        ['remedial', 65],
        ['preventive', 35],
      ] as const),
      regime,
      occasion: random.pick(['proceedings', 'inspection']),
      addressee:
        random.pick([
          'Uỷ ban nhân dân xã',
          'Cơ quan điều tra',
          'Tòa án nhân dân',
          'Nhà tạm giữ',
          'Cơ quan thi hành án hình sự',
        ]) + ` ${unit.sign} (giả định)`,
      violations: ['Chậm gửi quyết định cho Viện kiểm sát', 'Ghi sổ theo dõi chưa đầy đủ'].slice(0, random.whole(1, 2)),
      ...(regime === 'none' ? { replyDue: addDays(today(), 30) } : {}),
      signer: unit.deputy,
      prosecutor: scene.prosecutor,
      ...(sourceFile ? { sourceFile } : {}),
    },
    unit.deputy,
  );
  pass(random.whole(1, 3));
  tell('RecommendationDelivered', {});
  const late = random.chance(0.07);
  if (late) {
    pass(random.whole(31, 38));
    tell('RecommendationReminded', { docNo: `${serial}/CV-VKS-${unit.sign}` });
  }
  pass(late ? random.whole(3, 15) : random.whole(8, 24));
  tell('RecommendationAnswered', {
    docNo: `${serial}/TL`,
    answer: random.weighted([
      ['accepted', 90],
      ['partlyAccepted', 6],
      ['rejected', 4],
    ] as const),
    measure: 'Đã tổ chức kiểm điểm, rút kinh nghiệm và khắc phục',
  });
  if (random.chance(0.6)) {
    pass(random.whole(20, 45));
    tell('RecommendationVerified', { remedied: random.chance(0.95) });
  }
  return told.steps;
};
