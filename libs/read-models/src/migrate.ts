/**
 * Brings the tables of schema `read_models` up to date; does nothing where they are. TypeORM is loaded for it alone: who
 * only asks the tables has no use for it.
 * @param url of the projector, who owns the schema
 */
export const migrateReadModels = async ({ url }: { readonly url: string }): Promise<void> => {
  const { readModelSource } = await import('./data-source.js');
  const source = await readModelSource(url).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
};
