export * from './append-reference.js';
export * from './demonstration/load.js';
export * from './reference-now.js';
export * from './released-reference.js';
export * from './workbook/plan.js';
export * from './workbook/read.js';
export * from './workbook/template.js';
export * from './workbook/write.js';
