/** Statements of an import: each takes a JSON array of rows, so that ten thousand households are a few messages. */

export const DWELLINGS = `INSERT INTO dwelling AS d
    (corporation, id, project, complex, number, street, house_number, addition, postcode, place, staircase, floor)
  SELECT $1, r.id, $2, r.complex, r.number, r.street, r.house_number, r.addition, r.postcode, r.place, r.staircase, r.floor
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, complex text, number text, street text, house_number text, addition text,
    postcode text, place text, staircase text, floor integer)
  ON CONFLICT (corporation, project, number) DO UPDATE SET complex = coalesce(excluded.complex, d.complex),
    street = excluded.street, house_number = excluded.house_number, addition = coalesce(excluded.addition, d.addition),
    postcode = excluded.postcode, place = excluded.place, staircase = coalesce(excluded.staircase, d.staircase),
    floor = coalesce(excluded.floor, d.floor)
  RETURNING id, number`;

export const HOUSEHOLDS = `INSERT INTO household AS h (corporation, id, project, dwelling, display_name, team, language)
  SELECT $1, r.id, $2, r.dwelling, r.display_name, $3, r.language
  FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, dwelling uuid, display_name text, language text)
  ON CONFLICT (corporation, id) DO UPDATE SET dwelling = excluded.dwelling, display_name = excluded.display_name,
    language = coalesce(excluded.language, h.language)`;

/** $2 households that were known, $3 everyone the file names. */
export const LEFT = `DELETE FROM person WHERE corporation = $1 AND household = ANY ($2) AND id <> ALL ($3)`;

export const PERSONS = `INSERT INTO person AS p
    (corporation, id, household, relation, role, initials, infix, surname, phone, email, language)
  SELECT $1, r.id, r.household, r.relation, r.role, r.initials, r.infix, r.surname, r.phone, r.email, r.language
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, household uuid, relation text, role text, initials text, infix text,
    surname text, phone text, email text, language text)
  ON CONFLICT (corporation, id) DO UPDATE SET relation = coalesce(excluded.relation, p.relation), role = excluded.role,
    initials = coalesce(excluded.initials, p.initials), infix = coalesce(excluded.infix, p.infix), surname = excluded.surname,
    phone = coalesce(excluded.phone, p.phone), email = coalesce(excluded.email, p.email),
    language = coalesce(excluded.language, p.language)`;

export const LEASES = `INSERT INTO lease AS l (corporation, household, dwelling, contract, "from", until, history)
  SELECT $1, r.household, r.dwelling, r.contract, r."from", r.until, r.history
  FROM jsonb_to_recordset($2::jsonb) AS r(household uuid, dwelling uuid, contract text, "from" date, until date, history jsonb)
  ON CONFLICT (corporation, contract) DO UPDATE SET dwelling = excluded.dwelling,
    "from" = coalesce(excluded."from", l."from"), until = coalesce(excluded.until, l.until), history = excluded.history`;

export const STARTS = `INSERT INTO command (corporation, id, name, member, content_hash, "case", event)
  SELECT $1, r.id, 'startCase', $2, $3, r.id, r.event FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, event jsonb)
  ON CONFLICT DO NOTHING`;
