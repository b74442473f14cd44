/** The day in Vietnam (UTC+7, no summer time) in which an instant lies, YYYY-MM-DD. */
export const dayIn = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
