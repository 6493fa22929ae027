/** The project that a file belongs to; `team` works on it. */
export interface ImportProject {
  readonly id: string;
  readonly team: string | null;
  readonly template: string;
}
export const projectNamed = `SELECT id, team, template FROM project WHERE slug = $1`;

export const writeImport = `
  INSERT INTO import (corporation, id, project, member, file, file_name, mapping, total)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`;

export const stateOfImport = `SELECT state FROM import WHERE id = $1`;
