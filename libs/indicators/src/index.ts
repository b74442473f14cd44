export * from './indicator.js';
export * from './item.js';
export * from './periods.js';
export * from './predicate.js';
export * from './predicate-sql.js';
