import type { MigrationInterface, QueryRunner } from 'typeorm';

const text = `text COLLATE "C"`;

/** Counts by window and node of the unit tree; kept by the projection, made anew whenever they stop to hold. */
export class RollUps1763000000300 implements MigrationInterface {
  name = 'RollUps1763000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE read_models.roll_up_window (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, today ${text} NOT NULL, from_day ${text} NOT NULL,
      to_day ${text} NOT NULL, end_day ${text} NOT NULL, view_day ${text}, definitions ${text} NOT NULL,
      ready boolean NOT NULL DEFAULT false)`);
    await runner.query(`CREATE TABLE read_models.roll_up (
      window_id integer NOT NULL REFERENCES read_models.roll_up_window ON DELETE CASCADE, node ${text} NOT NULL,
      members ${text} NOT NULL, counts integer[] NOT NULL, PRIMARY KEY (window_id, node)) WITH (fillfactor = 50)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE read_models.roll_up`);
    await runner.query(`DROP TABLE read_models.roll_up_window`);
  }
}
