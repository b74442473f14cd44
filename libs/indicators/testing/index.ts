export * from './items.js';
export * from './examples.js';
