import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which log the rows were made from; what stands already says so when it is next taken up. */
export class LogOfCheckpoint1763000000700 implements MigrationInterface {
  name = 'LogOfCheckpoint1763000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE read_models.checkpoint ADD log text COLLATE "C"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE read_models.checkpoint DROP log`);
  }
}
