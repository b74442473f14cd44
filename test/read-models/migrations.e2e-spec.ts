import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateReadModels } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';
import { readModelSource } from '../../libs/read-models/src/data-source.js';
import { isMigrated } from '../../libs/read-models/src/migrate.js';

describe('the tables of the read models', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('are migrated by the projector, who may do so again', async () => {
    await expect(migrateReadModels({ url: database.projectorUrl })).resolves.toBeUndefined();
  });

  it('are asked first whether they lack anything, and get what they lack', async () => {
    const url = database.projectorUrl;
    expect(await isMigrated(url)).toBe(true);
    const source = await readModelSource(url).initialize();
    try {
      await source.undoLastMigration();
      expect(await isMigrated(url)).toBe(false);
      await migrateReadModels({ url });
      expect(await isMigrated(url)).toBe(true);
      expect(await source.showMigrations()).toBe(false);
    } finally {
      await source.destroy();
    }
  });

  it('are those that the entities map', async () => {
    const source = await readModelSource(database.projectorUrl).initialize();
    try {
      for (const { target } of source.entityMetadatas)
        await expect(source.getRepository(target).find()).resolves.toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('may be read and not be written by the writer', async () => {
    const source = await readModelSource(database.writerUrl).initialize();
    try {
      await expect(source.query('SELECT count(*)::int AS n FROM read_models.docket_item')).resolves.toEqual([{ n: 0 }]);
      await expect(source.query('DELETE FROM read_models.docket_item')).rejects.toThrow('permission denied');
    } finally {
      await source.destroy();
    }
  });
});
