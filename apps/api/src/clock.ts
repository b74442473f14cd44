/** The server's clock, handed to whatever stamps or compares instants; nothing else reads the time. */
export type Clock = () => Date;

export const CLOCK = Symbol('Clock');

/** The day in Vietnam (UTC+7, no summer time), YYYY-MM-DD. */
export const dayIn = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
