import { addDays, addMonths } from '#law';
import { inventedName } from '../names.js';
import { someOffence, type DemoOffence } from '../offences.js';
import { plot, type Plot, type Scene } from '../plot.js';

export interface CaseOpened {
  readonly caseId: string;
  readonly caseNo: string;
  readonly offence: DemoOffence;
  readonly on: string;
  readonly writtenBy: string;
  readonly title: string;
}

/** Some reports lead to a case: what its story goes on from. */
export interface ReportTold {
  readonly steps: Plot['steps'];
  readonly opened?: CaseOpened;
}

/** How long a report takes, in days from receipt: mostly within 20 days, some prolonged, few too late. */
const resolveIn = ({ random }: Scene) =>
  random.weighted<readonly [number, 'plain' | 'prolonged' | 'extended' | 'late']>([
    [[random.whole(4, 16), 'plain'], 68],
    [[random.whole(24, 50), 'prolonged'], 22],
    [[random.whole(65, 110), 'extended'], 7],
    [[random.whole(24, 40), 'late'], 3],
  ]);

/** A crime report from its receipt to a decision, or as far as it has come. */
export const crimeReportStory = (scene: Scene, id: string, opened: string): ReportTold => {
  const { random, unit, serial } = scene;
  const told = plot(scene, 'crimeReport', id, opened);
  const { tell, pass, passTo } = told;
  const year = opened.slice(0, 4);
  const offence = someOffence(random);
  const body = `Cơ quan điều tra ${unit.sign} (giả định)`;
  const kind = random.weighted<'denunciation' | 'report' | 'recommendation'>([
    ['denunciation', 45],
    ['report', 50],
    ['recommendation', 5],
  ]);
  const summary = `Nguồn tin về dấu hiệu tội ${offence.name.toLowerCase()} tại địa bàn ${unit.sign}`;
  tell('CrimeReportReceived', {
    reportNo: `${serial}/${year}/NT-${unit.sign}`,
    kind,
    channel: random.pick(['inPerson', 'written', 'phone', 'otherBody']),
    receivingBody: body,
    ...(kind === 'report' && random.chance(0.3) ? { anonymous: true } : { reporter: inventedName(random) }),
    summary,
    suspectedOffence: { article: offence.article, clause: offence.clause },
  });
  if (random.chance(0.07)) {
    pass(1);
    tell('CrimeReportClassified', { competent: false, body: 'Cơ quan điều tra khác' });
    tell('CrimeReportForwarded', { toBody: 'Cơ quan điều tra khác', reason: 'Không thuộc thẩm quyền theo lãnh thổ' });
    return { steps: told.steps };
  }
  tell('CrimeReportClassified', { competent: true, body });
  tell('CrimeReportDocketed', { investigator: inventedName(random), procuracyNotifiedOn: told.today() });
  pass(random.whole(1, 2));
  tell('ProsecutorAssigned', { prosecutor: scene.prosecutor, decisionNo: `${serial}/QĐ-VKS-${unit.sign}` }, unit.head);
  const [days, how] = resolveIn(scene);
  if (random.chance(0.4)) {
    pass(random.whole(1, 3));
    tell('VerificationRequirementIssued', {
      docNo: `${serial}/YC-VKS-${unit.sign}`,
      content: 'Xác minh nội dung nguồn tin, thu thập tài liệu liên quan',
    });
  }
  if (how === 'prolonged' || how === 'extended') {
    pass(random.whole(8, 11));
    tell('CrimeReportTimeProlonged', { reason: 'Tình tiết phức tạp, phải kiểm tra, xác minh tại nhiều địa điểm' });
  }
  if (how === 'extended') {
    pass(random.whole(28, 34));
    tell('CrimeReportExtensionRequested', { docNo: `${serial}/ĐN-${unit.sign}` });
    pass(2);
    tell(
      'CrimeReportExtensionGranted',
      { decisionNo: `${serial}/QĐ-GH-${unit.sign}`, months: random.chance(0.06) ? 3 : random.whole(1, 2) },
      unit.deputy,
    );
  }
  const elapsed = Math.round((Date.parse(told.today()) - Date.parse(opened)) / 86_400_000);
  const end = random.weighted<'initiated' | 'refused' | 'suspended'>([
    ['initiated', 52],
    ['refused', 40],
    ['suspended', 8],
  ]);
  // Only on the last day of the term has it run out (BLTTHS Điều 148 khoản 1).
  const suspended = end === 'suspended' && (how === 'plain' || how === 'prolonged');
  if (suspended) passTo(how === 'plain' ? addDays(opened, 20) : addMonths(opened, 2));
  else pass(Math.max(1, days - elapsed));
  const decisionNo = `${serial}/QĐ-CQĐT-${unit.sign}`;
  if (end !== 'initiated' && !suspended)
    tell('NonInitiationDecided', { decisionNo, ground: random.pick(['1', '2', '8']), sentOn: told.today() });
  if (suspended) tell('CrimeReportSuspended', { decisionNo, ground: random.pick(['a', 'b']), sentOn: told.today() });
  if (end !== 'initiated') {
    pass(random.whole(1, 3));
    tell('ReporterNotified', { about: 'result' });
    return { steps: told.steps };
  }
  const caseNo = `${serial}/${told.today().slice(0, 4)}/HS-${unit.sign}`;
  tell('CaseInitiationDecided', {
    decisionNo,
    body,
    charges: [{ article: offence.article, clause: offence.clause }],
    severity: offence.severity,
    caseFile: `criminalCase-${id}`,
    caseNo,
    sentOn: told.today(),
  });
  const opening = { caseId: id, caseNo, offence, on: told.today(), writtenBy: told.writtenBy(), title: offence.name };
  pass(random.whole(1, 3));
  tell('ReporterNotified', { about: 'result' });
  return { steps: told.steps, opened: opening };
};
