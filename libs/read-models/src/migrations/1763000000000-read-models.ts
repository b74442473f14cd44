import type { MigrationInterface, QueryRunner } from 'typeorm';

const text = `text COLLATE "C"`;
const version = `
  id ${text} NOT NULL, docket ${text} NOT NULL, file ${text} NOT NULL, unit ${text} NOT NULL,
  opened_on ${text} NOT NULL, due_on ${text}, closed_on ${text}, done_on ${text}, outcome ${text},
  on_time boolean,
  kind ${text}, subject ${text}, assignee ${text}, breaches integer NOT NULL, dues jsonb NOT NULL, known_from ${text} NOT NULL`;

const statements = [
  `CREATE TABLE read_models.docket_item (${version}, PRIMARY KEY (id))`,
  `CREATE INDEX docket_item_figures ON read_models.docket_item (docket, unit, closed_on)`,
  `CREATE INDEX docket_item_due ON read_models.docket_item (due_on, unit) WHERE closed_on IS NULL AND due_on IS NOT NULL`,
  `CREATE INDEX docket_item_file ON read_models.docket_item (file)`,
  `CREATE INDEX docket_item_known ON read_models.docket_item (known_from)`,
  `CREATE TABLE read_models.docket_item_history (${version}, known_to ${text} NOT NULL, PRIMARY KEY (id, known_from))`,
  `CREATE INDEX docket_item_history_known ON read_models.docket_item_history (known_to)`,
  `CREATE INDEX docket_item_history_file ON read_models.docket_item_history (file)`,
  `CREATE TABLE read_models.docket_item_detail (
     id ${text} NOT NULL, known_from ${text} NOT NULL, file ${text} NOT NULL, attributes jsonb NOT NULL,
     evidence text[] NOT NULL, PRIMARY KEY (id, known_from))`,
  `CREATE INDEX docket_item_detail_file ON read_models.docket_item_detail (file)`,
  `CREATE TABLE read_models.file (
     stream ${text} PRIMARY KEY, register ${text} NOT NULL, number ${text} NOT NULL, title text NOT NULL,
     unit ${text} NOT NULL, status ${text} NOT NULL, assignee ${text}, confidentiality smallint NOT NULL,
     revision integer NOT NULL, position ${text} NOT NULL, due_on ${text}, breaches integer NOT NULL,
     late_entries integer NOT NULL, pending integer NOT NULL, words tsvector NOT NULL)`,
  `CREATE INDEX file_unit ON read_models.file (unit, register, position)`,
  `CREATE INDEX file_position ON read_models.file (position)`,
  `CREATE INDEX file_words ON read_models.file USING gin (words)`,
  `CREATE TABLE read_models.late_entry (
     id ${text} PRIMARY KEY, file ${text} NOT NULL, unit ${text} NOT NULL, type ${text} NOT NULL,
     on_day ${text} NOT NULL, recorded_at timestamptz NOT NULL, days integer NOT NULL, actor ${text} NOT NULL,
     position ${text} NOT NULL)`,
  `CREATE INDEX late_entry_file ON read_models.late_entry (file)`,
  `CREATE INDEX late_entry_position ON read_models.late_entry (position)`,
  `CREATE TABLE read_models.pending_correction (
     id ${text} PRIMARY KEY, file ${text} NOT NULL, unit ${text} NOT NULL, requested_by ${text} NOT NULL,
     recorded_at timestamptz NOT NULL, data jsonb NOT NULL)`,
  `CREATE INDEX pending_correction_file ON read_models.pending_correction (file)`,
  `CREATE TABLE read_models.target (
     id ${text} PRIMARY KEY, stream ${text} NOT NULL, type ${text} NOT NULL, data jsonb NOT NULL, position ${text} NOT NULL)`,
  `CREATE TABLE read_models.moment (second timestamptz PRIMARY KEY, position ${text} NOT NULL)`,
  `CREATE INDEX moment_position ON read_models.moment (position)`,
  `CREATE TABLE read_models.parked_stream (
     stream ${text} PRIMARY KEY, position ${text} NOT NULL, reason text NOT NULL, parked_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE read_models.checkpoint (
     name ${text} PRIMARY KEY, version integer NOT NULL, position ${text} NOT NULL, generation integer NOT NULL,
     moved_at timestamptz NOT NULL DEFAULT now())`,
];

export class ReadModels1763000000000 implements MigrationInterface {
  name = 'ReadModels1763000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, table] of statements.join('\n').matchAll(/CREATE TABLE (\S+)/g))
      await runner.query(`DROP TABLE ${table}`);
  }
}
