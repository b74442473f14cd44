export * from './balance.js';
export * from './declared/table.js';
export * from './evaluate.js';
export * from './indicator.js';
export * from './item.js';
export * from './periods.js';
export * from './predicate.js';
export * from './predicate-sql.js';
