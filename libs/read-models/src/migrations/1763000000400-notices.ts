import type { MigrationInterface, QueryRunner } from 'typeorm';

const text = `text COLLATE "C"`;

const statements = [
  `CREATE TABLE read_models.notice (
     id ${text} PRIMARY KEY, type ${text} NOT NULL, file ${text} NOT NULL, reminder ${text} NOT NULL, item ${text},
     unit ${text}, person ${text}, due_on ${text}, rung ${text}, actor ${text} NOT NULL,
     recorded_at timestamptz NOT NULL, position ${text} NOT NULL, data jsonb NOT NULL)`,
  `CREATE INDEX notice_reminder ON read_models.notice (reminder)`,
  `CREATE INDEX notice_item ON read_models.notice (item, due_on) WHERE type = 'DeadlineReminded'`,
  `CREATE INDEX notice_file ON read_models.notice (file, position) WHERE type = 'DeadlineReminded'`,
  `CREATE INDEX notice_person ON read_models.notice (person, position) WHERE type = 'DeadlineReminded'`,
  `CREATE INDEX notice_unit ON read_models.notice (unit, position) WHERE type = 'DeadlineReminded'`,
];

export class Notices1763000000400 implements MigrationInterface {
  name = 'Notices1763000000400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_models.notice');
  }
}
