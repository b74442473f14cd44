/** A page of the log ends with the event that brings its data and metadata (JSON, UTF-8) to so many bytes. */
export const PAGE_BYTES = 8 * 1024 * 1024;
