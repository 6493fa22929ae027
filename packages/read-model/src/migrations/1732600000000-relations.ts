import type { MigrationInterface, QueryRunner } from 'typeorm';

const CORPORATION = `corporation text NOT NULL REFERENCES corporation`;
const KEY = `${CORPORATION}, id uuid NOT NULL DEFAULT gen_random_uuid(), PRIMARY KEY (corporation, id)`;
const link = (column: string, table: string): string =>
  `FOREIGN KEY (corporation, "${column}") REFERENCES "${table}" (corporation, id)`;

const TABLES: readonly string[] = [
  `CREATE TABLE contact (${KEY}, household uuid NOT NULL, "case" uuid, member uuid NOT NULL, channel text NOT NULL, reached boolean NOT NULL,
    happened_on date NOT NULL, note text, created_at timestamptz NOT NULL DEFAULT now(), ${link('household', 'household')}, ${link('case', 'case')})`,
  `CREATE INDEX contact_household ON contact (corporation, household)`,
  `CREATE TABLE note (${KEY}, household uuid NOT NULL, "case" uuid, member uuid NOT NULL, text text NOT NULL, audience text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), ${link('household', 'household')}, ${link('case', 'case')})`,
  `CREATE INDEX note_household ON note (corporation, household)`,
  `CREATE TABLE promise (${KEY}, household uuid NOT NULL, text text NOT NULL, owner uuid NOT NULL, due date NOT NULL, kept_at timestamptz,
    told boolean, created_at timestamptz NOT NULL DEFAULT now(), ${link('household', 'household')}, ${link('owner', 'member')})`,
  `CREATE TABLE letter (${KEY}, "case" uuid NOT NULL, household uuid, item text NOT NULL, letter text NOT NULL, channel text NOT NULL,
    effect text NOT NULL, state text NOT NULL DEFAULT 'pending', created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (corporation, "case", effect),
    ${link('case', 'case')}, ${link('household', 'household')})`,
  `CREATE TABLE referral (${KEY}, "case" uuid NOT NULL, household uuid, item text NOT NULL, partner uuid NOT NULL, partner_task text NOT NULL,
    purpose text NOT NULL, ground text NOT NULL, shared jsonb NOT NULL DEFAULT '[]', state text NOT NULL DEFAULT 'offered', effect text NOT NULL,
    offered_at timestamptz NOT NULL DEFAULT now(), answer_by timestamptz, ends_at timestamptz, contact text, UNIQUE (corporation, "case", effect),
    ${link('case', 'case')}, ${link('household', 'household')}, ${link('partner', 'partner')})`,
  `CREATE INDEX referral_partner ON referral (corporation, partner)`,
  `CREATE INDEX referral_household ON referral (corporation, household)`,
  `CREATE TABLE tally (${CORPORATION}, project uuid NOT NULL, tally text NOT NULL, count integer NOT NULL DEFAULT 0, number integer NOT NULL DEFAULT 0,
    frozen timestamptz, PRIMARY KEY (corporation, project, tally), ${link('project', 'project')})`,
  `CREATE TABLE tally_member (${CORPORATION}, project uuid NOT NULL, tally text NOT NULL, "case" uuid NOT NULL, holds boolean NOT NULL,
    revision integer NOT NULL, PRIMARY KEY (corporation, project, tally, "case"), ${link('project', 'project')})`,
];

/** What stands around a case: contacts, notes, promises, letters, what partners see, and the counts of a project. */
export class Relations1732600000000 implements MigrationInterface {
  readonly name = 'Relations1732600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally_member, tally, referral, letter, promise, note, contact');
  }
}
