export interface ProjectColumns {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly case: string | null;
  readonly template: string;
  readonly dwellings: number;
  readonly stages: { readonly id: string; readonly count: number }[];
  readonly escalations: { readonly template: string; readonly open: number }[];
  /** Counts by the tally's name; null when nothing has been counted. */
  readonly tallies: { readonly [tally: string]: number } | null;
  readonly staircases: { readonly id: string; readonly floors: number[] }[];
}
/** Every project with its counts, in one statement; $1 a slug or null. */
export const projectRows = `
  SELECT p.id, p.slug, p.name, p."case", p.template,
    (SELECT count(*)::int FROM dwelling d WHERE d.corporation = p.corporation AND d.project = p.id) AS dwellings,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.stage, 'count', s.n)) FROM (
      SELECT i.stage, count(*)::int AS n FROM "case" c
      JOIN stage_interval i ON i.corporation = c.corporation AND i."case" = c.id AND i.until IS NULL
      WHERE c.corporation = p.corporation AND c.project = p.id AND c.kind = 'household' GROUP BY i.stage) s), '[]') AS stages,
    coalesce((SELECT jsonb_agg(jsonb_build_object('template', e.template_name, 'open', e.n)) FROM (
      SELECT c.template_name, count(*)::int AS n FROM "case" c
      WHERE c.corporation = p.corporation AND c.project = p.id AND c.kind = 'escalation' AND c.ended_at IS NULL
      GROUP BY c.template_name) e), '[]') AS escalations,
    (SELECT jsonb_object_agg(y.tally, y.count) FROM tally y WHERE y.corporation = p.corporation AND y.project = p.id) AS tallies,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.staircase, 'floors', t.floors)) FROM (
      SELECT d.staircase, array_agg(DISTINCT d.floor ORDER BY d.floor) AS floors FROM dwelling d
      WHERE d.corporation = p.corporation AND d.project = p.id AND d.staircase IS NOT NULL AND d.floor IS NOT NULL
      GROUP BY d.staircase ORDER BY d.staircase) t), '[]') AS staircases
  FROM project p WHERE $1::text IS NULL OR p.slug = $1 ORDER BY p.name`;

export const writeProject = `
  INSERT INTO project (corporation, id, slug, name, template, team, time_scale, settings)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`;

/** The newest version under a name; `base/x` is the corporation's own `x` when it changed the base template. */
export const templateNamed = `
  SELECT name, hash, kind FROM template_version WHERE name IN ($1, regexp_replace($1, '^base/', '')) ORDER BY created_at DESC, string_to_array(version, '.')::int[] DESC LIMIT 1`;

/** The state of projects' own cases, for what their templates say about counts. */
export const projectStates = `
  SELECT id, state, template_hash AS hash FROM "case" WHERE id = ANY ($1::uuid[]) AND kind = 'project'`;
