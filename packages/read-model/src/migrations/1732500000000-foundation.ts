import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_TABLES } from './foundation-cases.js';
import { PEOPLE_TABLES } from './foundation-people.js';

/** The first tables: every one with its corporation in the key, so that no link can leave it. */
export class Foundation1732500000000 implements MigrationInterface {
  readonly name = 'Foundation1732500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PEOPLE_TABLES, ...CASE_TABLES]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first tables hold everything: restore a backup instead.');
  }
}
