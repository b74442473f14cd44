import { z } from 'zod';
import type { Catalogue, Recorded } from '#engine';
import { docNo, fileStream, on } from './fields.js';
import type { FileLink, FileState } from './file.js';

const anyStatus = ['*'] as const;
const basis = 'Luật Tổ chức VKSND 2014 Điều 5';

/**
 * The other half of facts that touch two files: what a file keeps of one that came from it. A register that can lead to
 * such files takes the rows over, with its own statuses. Names and fields are the storage format: add, never rename.
 */
// prettier-ignore
export const caseLinkFacts = {
  ProtestLinked:        { label: { vi: 'Kháng nghị phát sinh từ hồ sơ', en: 'Protest linked' }, from: anyStatus, basis, data: z.object({ on, file: fileStream.meta({ title: 'Hồ sơ kháng nghị' }), docNo: docNo.optional().meta({ title: 'Số kháng nghị' }) }) },
  RecommendationLinked: { label: { vi: 'Kiến nghị phát sinh từ hồ sơ', en: 'Recommendation linked' }, from: anyStatus, basis, data: z.object({ on, file: fileStream.meta({ title: 'Hồ sơ kiến nghị' }), docNo: docNo.optional().meta({ title: 'Số kiến nghị' }) }) },
} as const satisfies Catalogue;

const linkTypes: readonly string[] = ['ProtestLinked', 'RecommendationLinked', 'SourceReportLinked'];

/** Whether a fact only mirrors one of another file: it is written with that one and corrected there. */
export const isLinkFact = (type: string): boolean => linkTypes.includes(type);

/** The links with one more; the same one isn't kept twice. */
export const withLink = (
  links: readonly FileLink[],
  file: string,
  relation: FileLink['relation'],
): readonly FileLink[] =>
  links.some((link) => link.file === file && link.relation === relation) ? links : [...links, { file, relation }];

/** What every fact brings to its file: the unit where there was none, and the highest confidentiality so far. */
export const received = <S extends FileState>(state: S, { metadata }: Recorded): S => {
  const unit = state.unit || metadata.unit;
  const confidentiality = Math.max(state.confidentiality, metadata.confidentiality ?? 0) as 0 | 1 | 2;
  return unit === state.unit && confidentiality === state.confidentiality ? state : { ...state, unit, confidentiality };
};
