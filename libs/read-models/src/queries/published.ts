/** Whether a change of the law has been published: what one that isn't whole yet has worked out so far is read by nobody. */
export const published = (position: string): string =>
  `${position} <= (SELECT position FROM read_models.checkpoint WHERE name = 'dockets')`;

/** The versions superseded by what has been published. */
export const supersededVersions = `(SELECT * FROM read_models.docket_item_history WHERE ${published('known_to')})`;
