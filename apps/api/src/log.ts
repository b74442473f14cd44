/** The event log that everything is written to, as routes ask for it. */
export const LOG = Symbol('EventLog');

/** The pool that read models are queried through, with the writer's rights. */
export const POOL = Symbol('Pool');
