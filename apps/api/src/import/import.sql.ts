/** What the house knows of the leases of a project, shaped as a file's row. */
export const knownLeases = `
  SELECT l.contract AS lease, d.number AS unit, d.complex, d.street, d.house_number AS number, d.addition, d.postcode, d.place,
         d.staircase, d.floor::text AS floor, l."from"::text AS "leaseStart", l.until::text AS "leaseEnd",
         coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('relation', n.relation, 'role', n.role,
           'initials', n.initials, 'prefix', n.infix, 'surname', n.surname, 'phone', n.phone, 'email', n.email,
           'language', n.language))) FROM person n WHERE n.corporation = l.corporation AND n.household = l.household), '[]') AS persons
  FROM lease l
  JOIN dwelling d ON d.corporation = l.corporation AND d.id = l.dwelling
  JOIN project p ON p.corporation = d.corporation AND p.id = d.project
  WHERE p.id = $1`;

export const projectNamed = `SELECT id FROM project WHERE slug = $1`;

export const writeImport = `
  INSERT INTO import (corporation, id, project, member, file, file_name, mapping, total)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`;

export const importOf = `SELECT id FROM import WHERE id = $1`;
