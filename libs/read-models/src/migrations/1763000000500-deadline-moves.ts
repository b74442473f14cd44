import type { MigrationInterface, QueryRunner } from 'typeorm';

const text = `text COLLATE "C"`;

const up = [
  // What a due date rests on; its rows are made anew from the log, and so is the earliest due date of a file, which is read from its items.
  ...['docket_item', 'docket_item_history'].map(
    (table) => `ALTER TABLE read_models.${table} ADD rests_terms text[], ADD rests_from ${text}, ADD rests_to ${text}`,
  ),
  `CREATE INDEX docket_item_open ON read_models.docket_item (file) WHERE closed_on IS NULL AND docket <> 'breach'`,
  `ALTER TABLE read_models.file DROP due_on`,
  `CREATE TABLE read_models.deadline_move (
     position ${text} NOT NULL, item ${text} NOT NULL, file ${text} NOT NULL, unit ${text} NOT NULL, docket ${text} NOT NULL, kind ${text}, subject ${text},
     due_from ${text}, due_to ${text}, PRIMARY KEY (position, item))`,
  `CREATE INDEX deadline_move_file ON read_models.deadline_move (file)`,
  `CREATE INDEX deadline_move_unit ON read_models.deadline_move (unit, position)`,
  `CREATE TABLE read_models.law_change (
     event ${text} PRIMARY KEY, position ${text} NOT NULL, stream ${text} NOT NULL, type ${text} NOT NULL,
     data jsonb NOT NULL, recorded_at timestamptz NOT NULL)`,
  `CREATE TABLE read_models.moving (
     single boolean PRIMARY KEY CHECK (single), position ${text} NOT NULL, after_file ${text} NOT NULL)`,
  `CREATE TABLE read_models.moving_item (
     id ${text} PRIMARY KEY, docket ${text}, file ${text}, unit ${text}, opened_on ${text}, due_on ${text},
     closed_on ${text}, done_on ${text}, outcome ${text}, on_time boolean, kind ${text}, subject ${text},
     assignee ${text}, breaches integer, dues jsonb, rests_terms text[], rests_from ${text}, rests_to ${text},
     known_from ${text}, attributes jsonb, evidence text[])`,
  `CREATE TABLE read_models.lease (
     name ${text} PRIMARY KEY, epoch integer NOT NULL, sessions integer[] NOT NULL, taken_at timestamptz NOT NULL,
     beat_at timestamptz NOT NULL)`,
];

const down = [
  `DROP TABLE read_models.lease`,
  `DROP TABLE read_models.moving_item`,
  `DROP TABLE read_models.moving`,
  `DROP TABLE read_models.law_change`,
  `DROP TABLE read_models.deadline_move`,
  `ALTER TABLE read_models.file ADD due_on ${text}`,
  `DROP INDEX read_models.docket_item_open`,
  ...['docket_item', 'docket_item_history'].map(
    (table) => `ALTER TABLE read_models.${table} DROP rests_terms, DROP rests_from, DROP rests_to`,
  ),
];

/** What changes of the law moved, changes being worked out, and who keeps the read models. */
export class DeadlineMoves1763000000500 implements MigrationInterface {
  name = 'DeadlineMoves1763000000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
