import { asAdmin, type Postgres } from '@thuisreis/local-services';

interface Row {
  readonly table: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly guarded: boolean;
  readonly owner: string;
}

/** Reads how every table with a corporation is guarded; `guarded` asks that each permissive policy names the corporation. */
export async function catalog(postgres: Postgres): Promise<{ line: string; tables: Row[] }> {
  const tables = await asAdmin(postgres, 'thuisreis', async (client) => {
    const result = await client.query<Row>(`
      SELECT c.relname AS table, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, r.rolname AS owner,
        coalesce((SELECT bool_and(pg_get_expr(p.polqual, p.polrelid) LIKE '%app.corporation%'
          AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%app.corporation%')
          FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive), false) AS guarded
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'corporation' AND NOT a.attisdropped
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT LIKE 'pg_%' AND n.nspname <> 'information_schema'
      JOIN pg_roles r ON r.oid = c.relowner WHERE c.relkind IN ('r', 'p') ORDER BY 1`);
    return result.rows;
  });
  const count = (is: (row: Row) => boolean): number => tables.filter(is).length;
  const line = `${tables.length} tables with corporation: ${count((t) => t.enabled)} enabled, ${count((t) => t.forced)} forced, ${count((t) => t.guarded)} policies`;
  return { line, tables };
}
