import pg from 'pg';

/** One line a fact, sorted, so that two databases can be compared by a person and by `diff`. */
const FACTS = `
  SELECT format('table %s', c.relname) AS fact FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  UNION ALL SELECT format('column %s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
      CASE a.attidentity WHEN 'a' THEN ' identity' ELSE '' END, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  UNION ALL SELECT format('constraint %s %s', c.relname, pg_get_constraintdef(k.oid)) FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = 'public'::regnamespace AND k.contype <> 'n'
  UNION ALL SELECT format('index %s', pg_get_indexdef(i.indexrelid)) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('security %s %s %s', c.relname, CASE WHEN c.relrowsecurity THEN 'enabled' ELSE 'off' END,
      CASE WHEN c.relforcerowsecurity THEN 'forced' ELSE 'not forced' END)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  UNION ALL SELECT format('policy %s %s %s %s for %s using %s check %s', p.tablename, p.policyname, p.permissive, p.roles, p.cmd, p.qual, p.with_check)
    FROM pg_policies p WHERE p.schemaname = 'public'
  UNION ALL SELECT format('grant %s %s to %s', g.table_name, g.privilege_type, g.grantee) FROM information_schema.role_table_grants g
    WHERE g.table_schema = 'public' AND g.grantee LIKE 'thuisreis_%' AND g.grantee <> 'thuisreis_owner'
  UNION ALL SELECT format('grant %s.%s %s to %s', g.table_name, g.column_name, g.privilege_type, g.grantee)
    FROM information_schema.column_privileges g WHERE g.table_schema = 'public' AND g.grantee LIKE 'thuisreis_%'
      AND g.grantee <> 'thuisreis_owner' AND NOT EXISTS (SELECT 1 FROM information_schema.role_table_grants t
        WHERE t.table_schema = 'public' AND t.table_name = g.table_name AND t.grantee = g.grantee AND t.privilege_type = g.privilege_type)
  UNION ALL SELECT format('function %s(%s) %s %s', p.proname, pg_get_function_identity_arguments(p.oid),
      CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END, p.proacl) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

/** What a database is: tables, columns, keys, indexes, policies, grants and functions, one sorted line each. */
export async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ fact: string }>(FACTS);
    const lines = rows.map(({ fact }) => fact.replaceAll(/\s+/gu, ' '));
    return `${lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n')}\n`;
  } finally {
    await client.end();
  }
}
