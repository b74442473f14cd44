import { describe, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, graverTheft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, returned, supplemented } = theftCase;

const investigated = [initiated('2026-01-05'), charged('2026-01-06')];
const withProcuracy = [...investigated, concluded('2026-02-20'), received('2026-02-23')];

type Granting = Parameters<typeof caseFact<'InvestigationExtensionGranted'>>[1];
const granted = (on: string, more: Partial<Granting> = {}) =>
  caseFact('InvestigationExtensionGranted', { on, decisionNo: '1/QĐ', nth: 1, months: 2, ...more });

describe('the term of investigation (Điều 172)', () => {
  it('is kept up to its last day', () =>
    given(...investigated)
      .when(concluded('2026-03-05'))
      .thenBreaches());

  it('is broken the day after', () =>
    given(...investigated)
      .when(concluded('2026-03-06'))
      .thenBreaches('investigation-ended-late'));

  it('is moved by an extension in time', () =>
    given(...investigated, granted('2026-02-27'))
      .when(concluded('2026-05-05'))
      .thenBreaches());

  it('is not moved by one that came too late', () => {
    given(...investigated)
      .when(granted('2026-03-10'))
      .thenBreaches('extension-late');
    given(...investigated, granted('2026-03-10'))
      .when(concluded('2026-03-20'))
      .thenBreaches('investigation-ended-late');
  });

  it('may be extended by so many months and no more', () =>
    given(...investigated)
      .when(granted('2026-02-27', { months: 3 }))
      .thenBreaches('extension-too-long'));

  it('may be extended once for a less serious offence', () =>
    given(...investigated, granted('2026-02-27'))
      .when(granted('2026-04-20', { nth: 2 }))
      .thenBreaches('extension-not-provided'));

  it('wants the request ten days before it ends', () => {
    given(...investigated)
      .when(granted('2026-03-02', { requestedOn: '2026-02-28' }))
      .thenBreaches('extension-requested-late');
    const request = caseFact('InvestigationExtensionRequested', {
      on: '2026-02-28',
      docNo: '1/ĐN',
      nth: 1,
      months: 2,
    });
    given(...investigated)
      .when(request)
      .thenBreaches('extension-requested-late');
    given(...investigated, request)
      .when(granted('2026-03-02', { requestedOn: '2026-02-28' }))
      .thenBreaches();
  });

  it('goes by the class of the offence as it becomes, from the initiation on', () => {
    const graver = caseFact('InitiationChanged', {
      on: '2026-02-10',
      decisionNo: '1/QĐ',
      charges: [graverTheft],
      severity: 'N',
    });
    given(...investigated, graver)
      .when(concluded('2026-04-06'))
      .thenBreaches();
    given(...investigated, graver)
      .when(concluded('2026-04-07'))
      .thenBreaches('investigation-ended-late');
  });

  it('is extended by the right level, up to the reform of 2025', () => {
    const old = [initiated('2024-01-05', { bodyLevel: 'province' }), charged('2024-01-06')];
    given(...old)
      .when(granted('2024-02-20', { grantedBy: 'huyen-1' }))
      .thenBreaches('extension-by-wrong-unit');
    given(...old)
      .when(granted('2024-02-20', { grantedBy: 'tinh-1' }))
      .thenBreaches();
    given(initiated('2026-01-05', { bodyLevel: 'province' }))
      .when(granted('2026-02-20', { grantedBy: 'kv-1' }))
      .thenBreaches();
  });

  it('runs in months of their own after a return, without extension (Điều 174)', () => {
    const back = [...withProcuracy, returned('2026-03-02', 'r1')];
    given(...back)
      .when(supplemented('2026-05-04', 'r1'))
      .thenBreaches();
    given(...back)
      .when(supplemented('2026-05-05', 'r1'))
      .thenBreaches('investigation-ended-late');
    given(...back)
      .when(granted('2026-04-20'))
      .thenBreaches('extension-not-provided');
  });

  it('lets an investigation be suspended for an absconded accused only at its end, and after a wanted notice', () => {
    const suspended = (on: string) =>
      caseFact('InvestigationSuspended', { on, decisionNo: '1/QĐ', ground: '229.1.a.absconded' });
    given(...investigated)
      .when(suspended('2026-02-02'))
      .thenBreaches('suspended-before-term', 'suspended-without-wanted-notice');
    const wanted = caseFact('WantedNoticeIssued', { on: '2026-02-02', decisionNo: '2/QĐ', accusedId: 'a1' });
    given(...investigated, wanted)
      .when(suspended('2026-03-05'))
      .thenBreaches();
  });

  it('bounds detention', () => {
    const detained = caseFact('PreventiveMeasureApplied', {
      on: '2026-01-06',
      decisionNo: '3/L',
      accusedId: 'a1',
      kind: 'detention',
      startsOn: '2026-01-06',
      endsOn: '2026-03-20',
    });
    given(...investigated)
      .when(detained)
      .thenBreaches('detention-beyond-investigation');
  });
});
