export * from './calendar.js';
export * from './clock.js';
export * from './dates.js';
export * from './day-in.js';
export { derive } from './derivation.js';
export {
  dueAndAsking,
  dueDate,
  dueHistory,
  dueOnAt,
  nextExtension,
  STANDING_STILL,
  type DueDate,
  type JudgedExtension,
} from './due-date.js';
export { authorityInWords, grantorsOf, whoMayGrant, type Authority } from './extending-authority.js';
export * from './holidays.js';
export * from './law.js';
export * from './offences.js';
export { openPoints } from './open-points.js';
export * from './parse-offences.js';
export * from './released-law.js';
export * from './settings.js';
export { type Step } from './step.js';
export { UnknownTerm } from './term-in-force.js';
export * from './term.js';
export * from './terms.js';
export { watching, type DaysAsked, type Watched } from './watched-law.js';
export { lengthInWords, momentInWords } from './wording.js';
