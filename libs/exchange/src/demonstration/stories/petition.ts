import { inventedName } from '../names.js';
import { plot, type Plot, type Scene } from '../plot.js';

type Kind = 'complaint' | 'denunciation' | 'request' | 'feedback';

/** A petition: classified, forwarded or resolved, most of them in time. */
export const petitionStory = (scene: Scene, id: string, opened: string): Plot['steps'] => {
  const { random, unit, serial } = scene;
  const told = plot(scene, 'petition', id, opened);
  const { tell, pass } = told;
  const kind = random.weighted<Kind>([
    ['complaint', 40],
    ['denunciation', 15],
    ['request', 30],
    ['feedback', 15],
  ]);
  tell('PetitionReceived', {
    petitionNo: `${serial}/${opened.slice(0, 4)}/Đ-${unit.sign}`,
    kind,
    field: random.weighted([
      ['criminal', 70],
      ['judicialOther', 20],
      ['administrative', 10],
    ] as const),
    sender: inventedName(random),
    summary: 'Đơn đề nghị xem xét việc giải quyết vụ việc của cơ quan tiến hành tố tụng',
  });
  pass(random.whole(1, 4));
  const competent = random.chance(0.55);
  tell('PetitionClassified', { competent, conditionsMet: true });
  if (!competent) {
    tell('PetitionForwarded', { toBody: `Cơ quan có thẩm quyền của ${unit.sign} (giả định)` });
    return told.steps;
  }
  if (random.chance(0.03)) {
    tell('PetitionFiledNoAction', { reason: 'Đơn không ghi rõ họ tên, địa chỉ người gửi' });
    return told.steps;
  }
  tell('PetitionAccepted', {
    docketNo: `${serial}/TL-${unit.sign}`,
    complexity: 'normal',
    prosecutor: scene.prosecutor,
  });
  if (random.chance(0.03)) {
    pass(2);
    tell('PetitionWithdrawn', { reason: 'Người gửi đơn tự nguyện rút đơn' });
    return told.steps;
  }
  const late = random.chance(0.015);
  const quick = kind === 'complaint' ? random.whole(2, 5) : random.whole(6, 20);
  pass(late ? quick + 30 : quick);
  const decision = {
    decisionNo: `${serial}/QĐ-GQ-${unit.sign}`,
    finding: random.pick(['right', 'partlyRight', 'wrong', 'wrong']),
    signer: unit.head,
  };
  if (kind === 'complaint') tell('PetitionDecisionIssued', decision, unit.head);
  else if (kind === 'denunciation') tell('PetitionConclusionIssued', decision, unit.head);
  else tell('PetitionAnswered', { docNo: `${serial}/TL-${unit.sign}`, signer: unit.head }, unit.head);
  return told.steps;
};
