import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An open change begins anew: what it had worked out lacks the history and the details that it is written with now. */
const forgetMove = [
  `DELETE FROM read_models.deadline_move WHERE position IN (SELECT position FROM read_models.moving)`,
  `TRUNCATE read_models.moving_item, read_models.moving`,
];

/** A change of the law being worked out puts the details of its items where they stay. */
export class StagedHistory1763000000800 implements MigrationInterface {
  name = 'StagedHistory1763000000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of forgetMove) await runner.query(statement);
    await runner.query('ALTER TABLE read_models.moving_item DROP attributes, DROP evidence');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM read_models.docket_item_history WHERE known_to IN (SELECT position FROM read_models.moving)`,
    );
    await runner.query(
      `DELETE FROM read_models.docket_item_detail d USING read_models.moving_item m, read_models.moving v
       WHERE d.id = m.id AND d.known_from = m.known_from AND m.known_from = v.position`,
    );
    for (const statement of forgetMove) await runner.query(statement);
    await runner.query('ALTER TABLE read_models.moving_item ADD attributes jsonb, ADD evidence text[]');
  }
}
