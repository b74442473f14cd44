import { addMonths } from '#law';
import { inventedName } from '../names.js';
import { plot, type Plot, type Scene } from '../plot.js';
import type { CaseOpened } from './crime-report.js';

/** First investigation term in days by severity (BLTTHS Điều 172), for planning how long the story takes. */
const FIRST_TERM = { I: 58, N: 88, R: 118, D: 118 } as const;
const FIRST_MONTHS = { I: 2, N: 3, R: 4, D: 4 } as const;
const PROSECUTION_DAYS = { I: 18, N: 18, R: 27, D: 27 } as const;

export interface CaseTold {
  readonly steps: Plot['steps'];
  /** Judgments that a protest or a recommendation may come from. */
  readonly judged?: {
    readonly on: string;
    readonly judgmentNo: string;
    readonly court: string;
    readonly writtenBy: string;
  };
}

const charged = (accused: readonly string[], { offence }: CaseOpened) =>
  accused.map((accusedId) => ({ accusedId, charges: [{ article: offence.article, clause: offence.clause }] }));

const investigation = (scene: Scene, { tell, pass, today }: Plot, opened: CaseOpened, accused: readonly string[]) => {
  const { random, unit, serial } = scene;
  const { offence } = opened;
  tell('ProsecutorAssigned', { decisionNo: `${serial}/QĐ-PC-${unit.sign}`, prosecutor: scene.prosecutor }, unit.head);
  accused.forEach((accusedId, i) => {
    const charge = { article: offence.article, clause: offence.clause };
    tell('AccusedCharged', {
      decisionNo: `${serial}-${i + 1}/QĐ-KTBC`,
      accusedId,
      name: inventedName(random),
      sex: random.chance(0.85) ? 'male' : 'female',
      charges: [charge],
      sentOn: today(),
    });
  });
  pass(random.whole(1, 2));
  for (const accusedId of accused)
    tell(
      'AccusedChargeApproved',
      { decisionNo: `${serial}/QĐ-PCKT-${unit.sign}`, accusedId, receivedOn: today() },
      unit.deputy,
    );
  if (random.chance(0.6)) {
    pass(random.whole(3, 12));
    tell('InvestigationRequirementIssued', {
      decisionNo: `${serial}/YCĐT-${unit.sign}`,
      items: ['Làm rõ vai trò của từng bị can', 'Thu thập tài liệu về nhân thân'],
    });
  }
  if (random.chance(0.35)) tell('AccusedInterrogatedByProsecutor', { accusedId: accused[0] ?? '' });
};

/** Passes to the end of the investigation: most within the first term, some extended, few late. */
const investigated = (scene: Scene, { tell, pass, today }: Plot, opened: CaseOpened) => {
  const { random, unit, serial } = scene;
  const term = FIRST_TERM[opened.offence.severity];
  const used = Math.round((Date.parse(today()) - Date.parse(opened.on)) / 86_400_000);
  const extended = random.chance(0.14);
  if (!extended) {
    pass(Math.max(2, Math.round(term * (random.chance(0.02) ? 1.15 : 0.3 + random.next() * 0.6)) - used));
    return;
  }
  pass(Math.max(1, term - random.whole(12, 16) - used));
  tell('InvestigationExtensionRequested', { docNo: `${serial}/ĐNGH-${unit.sign}`, nth: 1, months: 2 });
  pass(random.whole(2, 5));
  const months = random.chance(0.03) ? 5 : opened.offence.severity === 'I' ? 1 : 2;
  tell('InvestigationExtensionGranted', { decisionNo: `${serial}/QĐ-GHĐT-${unit.sign}`, nth: 1, months }, unit.head);
  pass(random.whole(20, 45));
};

const returnedOnce = (
  scene: Scene,
  { tell, pass, today }: Plot,
  accused: readonly string[],
  opened: CaseOpened,
  returnId: string,
) => {
  const { random, unit, serial } = scene;
  tell('CaseFileReturned', {
    decisionNo: `${serial}/QĐ-TrHS-${unit.sign}`,
    returnId,
    by: 'procuracy',
    returnNo: 1,
    reasons: [random.pick(['evidence', 'accomplices', 'procedure'])],
    toBody: `Cơ quan điều tra ${unit.sign} (giả định)`,
    deliveredOn: today(),
    notifiedOn: today(),
  });
  pass(random.whole(3, 6));
  const accepted = random.chance(0.9);
  tell('ReturnGroundsAssessed', { returnId, accepted, by: `Cơ quan điều tra ${unit.sign} (giả định)` });
  pass(random.whole(15, 45));
  tell('SupplementaryInvestigationCompleted', {
    conclusionNo: `${serial}/KLĐTBS-${unit.sign}`,
    returnId,
    kind: accepted ? 'supplementary' : 'maintained',
    accused: charged(accused, opened),
  });
  pass(1);
  tell('CaseFileReceived', { severity: opened.offence.severity, folios: random.whole(80, 400) });
};

const verdict = (scene: Scene, { offence }: CaseOpened) => {
  const { random } = scene;
  const charge = { article: offence.article, clause: offence.clause };
  const found = random.weighted<'same' | 'clause' | 'acquitted'>([
    ['same', 9860],
    ['clause', 136],
    ['acquitted', 4],
  ]);
  if (found === 'acquitted') return { charged: charge, result: 'acquitted' };
  const convictedOf = found === 'clause' ? { ...charge, clause: offence.clause === 1 ? 2 : 1 } : charge;
  return {
    charged: charge,
    result: 'convicted',
    convictedOf,
    relation: 'same',
    penalty: `${random.whole(6, 60)} tháng tù`,
  };
};

/** A criminal case from its initiation to judgment, or as far as it has come. */
export const criminalCaseStory = (scene: Scene, opened: CaseOpened): CaseTold => {
  const { random, unit, serial } = scene;
  const told = plot(scene, 'criminalCase', opened.caseId, opened.on);
  told.after(opened.writtenBy);
  const { tell, pass, passTo, today } = told;
  const accused = Array.from(
    {
      length: random.weighted([
        [1, 70],
        [2, 20],
        [3, 7],
        [5, 3],
      ] as const),
    },
    (_, i) => `bc${i + 1}`,
  );
  pass(random.whole(1, 5));
  investigation(scene, told, opened, accused);
  if (random.chance(0.06)) {
    // Only on the last day of the term, and for what the investigation still waits for (BLTTHS Điều 229 khoản 1).
    passTo(addMonths(opened.on, FIRST_MONTHS[opened.offence.severity]));
    tell('InvestigationSuspended', {
      decisionNo: `${serial}/QĐ-TĐC-${unit.sign}`,
      ground: '229.1.c',
      sentOn: today(),
    });
    return { steps: told.steps };
  }
  investigated(scene, told, opened);
  tell('InvestigationConcluded', {
    conclusionNo: `${serial}/KLĐT-${unit.sign}`,
    accused: charged(accused, opened),
    deliveredOn: today(),
  });
  pass(random.whole(1, 2));
  tell('CaseFileReceived', { severity: opened.offence.severity, folios: random.whole(60, 300) });
  if (random.chance(0.04)) {
    pass(random.whole(5, 15));
    returnedOnce(scene, told, accused, opened, 'th1');
  }
  const days = PROSECUTION_DAYS[opened.offence.severity];
  pass(random.chance(0.015) ? days + random.whole(6, 12) : random.whole(4, days - 3));
  if (random.chance(0.015)) {
    tell(
      'CaseTerminatedByProcuracy',
      { decisionNo: `${serial}/QĐ-ĐC-${unit.sign}`, ground: '155.2', notifiedOn: today() },
      unit.head,
    );
    return { steps: told.steps };
  }
  tell('IndictmentIssued', {
    indictmentNo: `${serial}/CT-VKS-${unit.sign}`,
    accused: charged(accused, opened),
    signer: unit.deputy,
    signerTitle: 'deputyHead',
  });
  pass(random.whole(1, 2));
  for (const accusedId of accused) tell('IndictmentDelivered', { accusedId });
  tell('CaseFileTransferredToCourt', { court: `Tòa án nhân dân ${unit.sign} (giả định)` });
  pass(random.whole(12, 35));
  if (random.chance(0.012)) {
    tell('CaseFileReturned', {
      decisionNo: `${serial}/QĐ-TA`,
      returnId: 'ta1',
      by: 'presidingJudge',
      returnNo: 1,
      reasons: ['evidence'],
      toBody: unit.name,
    });
    pass(5);
    if (random.chance(0.5)) {
      tell('CourtReturnRefused', {
        docNo: `${serial}/CV-VKS-${unit.sign}`,
        returnId: 'ta1',
        reasons: 'Tài liệu Tòa án yêu cầu đã có trong hồ sơ',
      });
    } else {
      tell('ReturnGroundsAssessed', { returnId: 'ta1', accepted: true, by: unit.name });
      pass(random.whole(4, 9));
      tell('IndictmentMaintained', {
        docNo: `${serial}/CV-VKS-${unit.sign}`,
        reasons: 'Viện kiểm sát đã tự bổ sung tài liệu Tòa án yêu cầu',
      });
    }
    pass(1);
    tell('CaseFileTransferredToCourt', { court: `Tòa án nhân dân ${unit.sign} (giả định)` });
    pass(random.whole(6, 12));
  }
  const court = `Tòa án nhân dân ${unit.sign} (giả định)`;
  const judgmentNo = `${serial}/${today().slice(0, 4)}/HSST`;
  tell('TrialHeld', { prosecutor: scene.prosecutor, mode: random.chance(0.1) ? 'online' : 'inPerson' });
  tell('FirstInstanceJudgmentRecorded', {
    judgmentNo,
    court,
    accused: accused.map((accusedId) => ({ accusedId, verdicts: [verdict(scene, opened)] })),
  });
  const judged = { on: today(), judgmentNo, court, writtenBy: told.writtenBy() };
  pass(random.whole(4, 9));
  tell('JudgmentReviewed', { receivedOn: today(), result: 'noViolation' });
  return { steps: told.steps, judged };
};
