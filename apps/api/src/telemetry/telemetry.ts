/** What the program tells of itself, as routes ask for it. */
export const TELEMETRY = Symbol('Telemetry');
