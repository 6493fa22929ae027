import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated past events of a lease, as its file told them: event → day. */
export class LeaseHistory1732900000000 implements MigrationInterface {
  readonly name = 'LeaseHistory1732900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE lease ADD COLUMN history jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lease DROP COLUMN history');
  }
}
