import type { MigrationInterface, QueryRunner } from 'typeorm';

const waiting = 'closed_on IS NULL AND done_on IS NULL AND due_on IS NOT NULL';

/** The due list is read from its own indexes, however many items are open or closed. */
export class DueList1763000000600 implements MigrationInterface {
  name = 'DueList1763000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX read_models.docket_item_due');
    await runner.query(
      `CREATE INDEX docket_item_due ON read_models.docket_item (due_on, id) INCLUDE (unit, docket, assignee, file) WHERE ${waiting}`,
    );
    await runner.query(
      `CREATE INDEX docket_item_due_person ON read_models.docket_item (assignee, due_on, id) INCLUDE (unit, docket, file) WHERE ${waiting}`,
    );
    await runner.query(
      `CREATE INDEX docket_item_due_unit ON read_models.docket_item (unit, due_on, id) INCLUDE (docket, assignee, file) WHERE ${waiting}`,
    );
    await runner.query(`CREATE INDEX file_sealed ON read_models.file (stream) WHERE confidentiality >= 2`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['file_sealed', 'docket_item_due_unit', 'docket_item_due_person', 'docket_item_due'])
      await runner.query(`DROP INDEX read_models.${index}`);
    await runner.query(
      `CREATE INDEX docket_item_due ON read_models.docket_item (due_on, unit) WHERE closed_on IS NULL AND due_on IS NOT NULL`,
    );
  }
}
