import type { Fact, StreamFacts } from '#engine';
import type { CrimeReportFact } from './crime-report/facts.js';
import type { CriminalCaseFact } from './criminal-case/facts.js';
import type { ProtestFact } from './protest/facts.js';
import type { RecommendationFact } from './recommendation/facts.js';

type DataOf<F extends Fact, T extends F['type']> = Extract<F, { type: T }>['data'];

const one = (stream: string, fact: Fact): readonly StreamFacts[] => [{ stream, facts: [fact] }];

const ofInitiation = (
  report: string,
  data: DataOf<CrimeReportFact, 'CaseInitiationDecided'>,
): readonly StreamFacts[] => {
  const { on, decisionNo, charges, severity, caseFile, caseNo = '', body = '', existingCase = false, sentOn } = data;
  if (existingCase) {
    const link: DataOf<CriminalCaseFact, 'SourceReportLinked'> = { on, file: report, docNo: decisionNo };
    return one(caseFile, { type: 'SourceReportLinked', data: link });
  }
  const initiated = { on, decisionNo, caseNo, body, charges, severity, sourceReportIds: [report], sentOn };
  return one(caseFile, {
    type: 'CaseInitiated',
    data: initiated satisfies DataOf<CriminalCaseFact, 'CaseInitiated'>,
  });
};

const ofCase = (caseFile: string, data: DataOf<CriminalCaseFact, 'CaseInitiated'>): readonly StreamFacts[] => {
  const { on, decisionNo, caseNo, body, charges, severity, sourceReportIds, sentOn } = data;
  const decided = { on, decisionNo, caseNo, body, charges, severity, caseFile, sentOn };
  return [...new Set(sourceReportIds)].map((stream) => ({
    stream,
    facts: [
      { type: 'CaseInitiationDecided', data: decided satisfies DataOf<CrimeReportFact, 'CaseInitiationDecided'> },
    ],
  }));
};

/**
 * The other half of a fact that touches two files: what is appended, in the same append, to the other streams. Follows
 * from the fact alone, so that a command knows which streams to load.
 * @param stream the file that the fact is recorded in
 * @param fact valid by its register's catalogue
 */
export const companions = (stream: string, fact: Fact): readonly StreamFacts[] => {
  const of = <F extends Fact>() => fact as F;
  switch (fact.type) {
    case 'CaseInitiationDecided':
      return ofInitiation(stream, of<Extract<CrimeReportFact, { type: 'CaseInitiationDecided' }>>().data);
    case 'CaseInitiated':
      return ofCase(stream, of<Extract<CriminalCaseFact, { type: 'CaseInitiated' }>>().data);
    case 'ProtestIssued': {
      const { on, sourceFile, protestNo } = of<Extract<ProtestFact, { type: 'ProtestIssued' }>>().data;
      if (sourceFile === undefined) return [];
      return one(sourceFile, { type: 'ProtestLinked', data: { on, file: stream, docNo: protestNo } as Fact['data'] });
    }
    case 'RecommendationIssued': {
      const { on, sourceFile, recommendationNo } =
        of<Extract<RecommendationFact, { type: 'RecommendationIssued' }>>().data;
      if (sourceFile === undefined) return [];
      const data = { on, file: stream, docNo: recommendationNo } as Fact['data'];
      return one(sourceFile, { type: 'RecommendationLinked', data });
    }
    default:
      return [];
  }
};
