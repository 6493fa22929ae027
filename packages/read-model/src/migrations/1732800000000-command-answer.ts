import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk answered to a command without an event: a resend gets the first answer, whatever changed since. */
export class CommandAnswer1732800000000 implements MigrationInterface {
  readonly name = 'CommandAnswer1732800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE command ADD COLUMN answer jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE command DROP COLUMN answer');
  }
}
