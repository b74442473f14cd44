export { migrateReadModels, readModelSource } from './data-source.js';
export { READ_MODELS_CHANNEL, READ_MODELS_VERSION } from './projection/checkpoint.js';
export { casework, type Domain, type Timeline } from './projection/domain.js';
export { ReferenceFailure } from './projection/apply.js';
export { runProjection, type Progress, type RunOptions } from './projection/run.js';
export { searchQuery, wordsOf } from './words.js';
