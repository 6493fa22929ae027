import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs with the rights of whoever calls it (row security holds inside): only `worker` may. The key's row stays without
 * its key: that is the tombstone, and no new key can take its place.
 */
const ERASE = `CREATE FUNCTION erase_household(of_corporation text, of_household uuid) RETURNS void
  LANGUAGE plpgsql SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM household WHERE corporation = of_corporation AND id = of_household) THEN
    RAISE EXCEPTION 'no such household' USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO data_key AS k (corporation, subject, wrapped, destroyed_at) VALUES (of_corporation, of_household, NULL, now())
    ON CONFLICT (corporation, subject) DO UPDATE SET wrapped = NULL, destroyed_at = coalesce(k.destroyed_at, now());
  UPDATE data_key k SET wrapped = NULL, destroyed_at = coalesce(k.destroyed_at, now())
    WHERE k.corporation = of_corporation AND k.subject IN
      (SELECT c.id FROM "case" c WHERE c.corporation = of_corporation AND c.household = of_household);
  DELETE FROM answer WHERE corporation = of_corporation AND "case" IN
    (SELECT c.id FROM "case" c WHERE c.corporation = of_corporation AND c.household = of_household);
  DELETE FROM person WHERE corporation = of_corporation AND household = of_household;
  DELETE FROM contact WHERE corporation = of_corporation AND household = of_household;
  DELETE FROM note WHERE corporation = of_corporation AND household = of_household;
  DELETE FROM promise WHERE corporation = of_corporation AND household = of_household;
  UPDATE referral SET shared = '[]', contact = NULL, ends_at = least(ends_at, now())
    WHERE corporation = of_corporation AND household = of_household;
  UPDATE lease SET history = '{}' WHERE corporation = of_corporation AND household = of_household;
  UPDATE household SET display_name = '–', language = NULL WHERE corporation = of_corporation AND id = of_household;
  INSERT INTO audit (corporation, household, action) VALUES (of_corporation, of_household, 'erase');
END $$`;

/** Erasing a household is one function of the database, so that nothing of it can be forgotten by a caller. */
export class EraseHousehold1733000000000 implements MigrationInterface {
  readonly name = 'EraseHousehold1733000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE);
    await runner.query('REVOKE ALL ON FUNCTION erase_household(text, uuid) FROM PUBLIC');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION erase_household(text, uuid)');
  }
}
