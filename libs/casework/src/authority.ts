import { dayOf, type Fact, type Given, type Rule } from '#engine';
import type { FileState } from './file.js';
import { isLinkFact } from './links.js';
import { leads, officeOn } from './reference/people.js';
import type { Reference } from './reference/reference.js';
import { unitsAbove } from './reference/units.js';

/** The actor of milestones that are loaded from a workbook. */
export const IMPORT_ACTOR = 'import';

/** Today in Vietnam (UTC+7, no summer time) at an instant. */
export const vietnamDay = (instant: string): string =>
  instant.endsWith('Z') && instant.slice(11, 13) < '17'
    ? instant.slice(0, 10)
    : new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

const VKSND_LAW = 'Luật Tổ chức VKSND 2014';

/**
 * Whether a person works, on a day, in a unit or in one above it.
 * True where no people are known at all: then there is nothing to check against.
 */
export const belongsTo = ({ people, units }: Reference, personId: string, unit: string, day: string): boolean => {
  if (people.size === 0) return true;
  const person = people.get(personId);
  const office = person && officeOn(person, day);
  return office !== undefined && unitsAbove(units, unit, day).has(office.unit);
};

/** Whether a person leads, on a day, a unit or one above it. True where no people are known at all. */
export const leadsUnit = (reference: Reference, personId: string, unit: string, day: string): boolean => {
  if (reference.people.size === 0) return true;
  const person = reference.people.get(personId);
  const office = person && officeOn(person, day);
  return office !== undefined && leads(office) && unitsAbove(reference.units, unit, day).has(office.unit);
};

type FileRule = Rule<FileState, Fact, Reference>;

/** The unit whose file it is; before the first fact, the one in whose name the recorder writes. */
export const unitOf = ({ state, metadata }: Given<FileState, Fact, Reference>): string => state.unit || metadata.unit;

/** Who writes in a register works, on the day of writing, in the file's unit or above it. */
export const recorderHasAuthority: FileRule = {
  code: 'recorder-without-authority',
  text: 'Người ghi nhận phải là cán bộ của đơn vị đang quản lý hồ sơ hoặc của đơn vị cấp trên',
  basis: `${VKSND_LAW} Điều 7, 40`,
  broken: (given) => {
    // Whoever may write the fact in the file it comes from may leave its trace in this one.
    if (isLinkFact(given.fact.type)) return undefined;
    const { actor, recordedAt } = given.metadata;
    const unit = unitOf(given);
    if (actor === IMPORT_ACTOR || belongsTo(given.reference, actor, unit, vietnamDay(recordedAt))) return undefined;
    const name = given.reference.units.get(unit)?.name ?? unit;
    return { detail: `Bạn không phải là cán bộ của ${name} hoặc của đơn vị cấp trên.` };
  },
};

const stringField = (fact: Fact, field: string): string | undefined => {
  const value = (fact.data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
};

/** Whoever a fact names as in charge is known. */
export const prosecutorIsKnown: FileRule = {
  code: 'unknown-person',
  text: 'Người được phân công phải có trong danh sách cán bộ',
  basis: `${VKSND_LAW} Điều 74, 90`,
  broken: ({ fact, reference }) => {
    const named = stringField(fact, 'prosecutor');
    if (named === undefined || reference.people.size === 0 || reference.people.has(named)) return undefined;
    return { detail: `Không có cán bộ “${named}” trong danh sách.`, field: 'data.prosecutor' };
  },
};

/** Whoever a fact puts in charge works in the file's unit that day, in an office that may. */
export const prosecutorIsQualified: FileRule = {
  code: 'prosecutor-not-qualified',
  text: 'Người được phân công phải là lãnh đạo Viện, Kiểm sát viên hoặc Kiểm tra viên của đơn vị',
  basis: `${VKSND_LAW} Điều 58, 74, 90`,
  broken: (given) => {
    const { fact, reference } = given;
    const named = stringField(fact, 'prosecutor');
    const person = named === undefined ? undefined : reference.people.get(named);
    if (!person) return undefined;
    const day = dayOf(fact);
    const office = officeOn(person, day);
    const qualified =
      office !== undefined &&
      office.title !== 'congChuc' &&
      office.title !== 'thongKe' &&
      unitsAbove(reference.units, unitOf(given), day).has(office.unit);
    if (qualified) return undefined;
    return { detail: `Ngày ${viDay(day)}, ${person.name} không giữ chức danh được phân công tại đơn vị.` };
  },
};

/** A paper that the law asks the head or a deputy to sign. */
export const signerIsCompetent: FileRule = {
  code: 'signer-not-competent',
  text: 'Văn bản phải do Viện trưởng hoặc Phó Viện trưởng ký',
  basis: 'BLTTHS Điều 41; Luật Tổ chức VKSND 2014 Điều 62–66',
  broken: (given) => {
    const signer = stringField(given.fact, 'signer');
    const day = dayOf(given.fact);
    if (signer === undefined || leadsUnit(given.reference, signer, unitOf(given), day)) return undefined;
    const name = given.reference.people.get(signer)?.name ?? signer;
    return { detail: `Ngày ${viDay(day)}, ${name} không phải là Viện trưởng, Phó Viện trưởng của đơn vị.` };
  },
};

/** dd/MM/yyyy. */
export const viDay = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');

/** A day named in a fact that lies in its own past, whichever field carries it. */
export const notAfterItsDay = (fields: readonly string[]): FileRule => ({
  code: 'date-after-its-fact',
  text: 'Ngày nêu trong ghi nhận không thể sau ngày của chính việc đó',
  basis: 'Trình tự thời gian',
  broken: ({ fact }) => {
    for (const field of fields) {
      const value = stringField(fact, field)?.slice(0, 10);
      if (value !== undefined && value > dayOf(fact))
        return { detail: `Ngày ${viDay(value)} sau ngày ${viDay(dayOf(fact))} của việc này.`, field: `data.${field}` };
    }
    return undefined;
  },
});

/** A later act of the same matter (sending, handing over) that a fact tells of can't come before it. */
export const notBeforeItsDay = (fields: readonly string[]): FileRule => ({
  code: 'date-before-its-fact',
  text: 'Việc gửi, giao, nhận không thể trước ngày của việc được gửi',
  basis: 'Trình tự thời gian',
  broken: ({ fact, metadata }) => {
    for (const field of fields) {
      const value = stringField(fact, field)?.slice(0, 10);
      if (value === undefined) continue;
      if (value < dayOf(fact))
        return {
          detail: `Ngày ${viDay(value)} trước ngày ${viDay(dayOf(fact))} của việc này.`,
          field: `data.${field}`,
        };
      if (value > vietnamDay(metadata.recordedAt))
        return { detail: `Ngày ${viDay(value)} chưa đến.`, field: `data.${field}` };
    }
    return undefined;
  },
});
