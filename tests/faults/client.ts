import { randomUUID } from 'node:crypto';
import { signIn } from '../../apps/cli/src/server/sign-in.js';
import { pause } from './house.js';

export interface Field {
  readonly path: string;
  readonly type: string;
  readonly values?: readonly { readonly id: string }[];
  readonly min?: number;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  readonly visibleIf?: unknown;
}
export interface OpenTask {
  readonly item: string;
  readonly form: { readonly pages: readonly { readonly fields: readonly Field[] }[] } | null;
  readonly outcomes: readonly (string | { readonly id: string })[];
}
export interface CompleteAnswer {
  readonly refusals: readonly { readonly code: string; readonly path?: string }[];
  readonly duplicate: boolean;
  readonly caseId: string;
  readonly revision: number;
  readonly case: { readonly openTasks: readonly OpenTask[] } | null;
}
export interface TaskRow {
  readonly caseId: string;
  readonly item: string;
}

interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly unknown[];
}
/** The shape is what the document asked for; the door checks it against the schema. */
const parse = <T>(text: string): Answer<T> => JSON.parse(text);

const TASKS = 'openTasks { item form outcomes }';

/** A case manager at the GraphQL door, as stubborn as a good client: the same key until there is an answer. */
export class Client {
  private constructor(
    private readonly url: string,
    private cookie: string,
    private readonly login: string,
  ) {}

  static async open(url: string, login = 'sanne@waterkant.example'): Promise<Client> {
    return new Client(url, await signIn(url, login, undefined), login);
  }

  /** One document once; a fault, a refusal of the door and a closed connection all reject. */
  async ask<T>(query: string, variables: object): Promise<T> {
    const response = await fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-thuisreis': '1', cookie: `thuisreis_session=${this.cookie}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(40_000),
    });
    const answer: Answer<T> = parse(await response.text());
    if (response.status === 401) this.cookie = await signIn(this.url, this.login, undefined);
    if (answer.errors !== undefined)
      throw new Error(`${response.status} ${JSON.stringify(answer.errors).slice(0, 300)}`);
    return answer.data;
  }

  /** Asks until there is an answer, with growing pauses, for at most `patienceMs`. */
  async insist<T>(query: string, variables: object, patienceMs = 120_000): Promise<T> {
    const until = Date.now() + patienceMs;
    for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
      try {
        return await this.ask<T>(query, variables);
      } catch (error) {
        // What the door refuses for its form stays refused.
        if (Date.now() > until || String(error).includes('Error: 400 ')) throw error;
        await pause(wait);
      }
    }
  }

  async worklist(first = 500, after?: string): Promise<{ rows: TaskRow[]; next: string | null }> {
    const query = `query ($first: Int!, $after: String) {
      worklist(scope: TEAM, first: $first, after: $after) { rows { caseId item } next } }`;
    return (await this.insist<{ worklist: { rows: TaskRow[]; next: string | null } }>(query, { first, after }))
      .worklist;
  }

  async openTasks(caseId: string): Promise<readonly OpenTask[]> {
    const query = `query ($id: ID!) { case(id: $id) { ${TASKS} } }`;
    const data = await this.insist<{ case: { openTasks: OpenTask[] } | null }>(query, { id: caseId });
    return data.case?.openTasks ?? [];
  }

  async complete(
    caseId: string,
    task: OpenTask,
    key: string = randomUUID(),
    patienceMs?: number,
  ): Promise<CompleteAnswer> {
    const query = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
      refusals { code path } duplicate caseId revision case { ${TASKS} } } }`;
    const input = { key, caseId, item: task.item, values: valuesFor(task), ...outcomeFor(task) };
    return (await this.insist<{ completeTask: CompleteAnswer }>(query, { input }, patienceMs)).completeTask;
  }

  /** Opens a project whose households travel on `template`. */
  async startProject(slug: string, template: string): Promise<void> {
    const query = `mutation ($input: StartProjectInput!) { startProject(input: $input) { refusals { code } } }`;
    const input = { key: randomUUID(), slug, name: slug, template };
    const { startProject } = await this.insist<{ startProject: { refusals: object[] } }>(query, { input });
    if (startProject.refusals.length > 0) throw new Error(`no project: ${JSON.stringify(startProject.refusals)}`);
  }

  /** Imports households made up on the spot, so that there is enough to do. */
  async importHouseholds(project: string, count: number): Promise<void> {
    const base64 = Buffer.from(madeUp(count)).toString('base64');
    const query = `mutation ($input: CommitImportInput!) { commitImport(input: $input) { new errors { code row } refusals { code } } }`;
    const input = { key: randomUUID(), project, file: { name: 'load.csv', base64 } };
    const { commitImport } = await this.insist<{ commitImport: { errors: object[]; refusals: object[] } }>(query, {
      input,
    });
    const wrong = [...commitImport.errors, ...commitImport.refusals];
    if (wrong.length > 0) throw new Error(`import refused: ${JSON.stringify(wrong.slice(0, 3))}`);
  }
}

function madeUp(count: number): string {
  const mark = randomUUID().slice(0, 8);
  const rows = Array.from(
    { length: count },
    (_, n) => `${mark}-${n};Lastlaan;${n + 1};1099 ZZ;Waterdam;huurder;Proef${n};nl`,
  );
  return ['contractnr;straat;huisnummer;postcode;plaats;rol;achternaam;taal', ...rows].join('\n');
}

/** The smallest admissible answer to every field that is always shown and must be answered. */
function valuesFor(task: OpenTask): Record<string, unknown> {
  const fields = task.form?.pages.flatMap((page) => page.fields) ?? [];
  const asked = fields.filter((field) => !field.readOnly && !field.optional && !field.visibleIf);
  return Object.fromEntries(asked.map((field) => [field.path, valueFor(field)]));
}

function valueFor(field: Field): unknown {
  const first = field.values?.[0]?.id;
  if (field.type === 'boolean') return false;
  if (field.type === 'enum') return first;
  if (field.type === 'multiEnum') return first === undefined ? [] : [first];
  if (['integer', 'number', 'money', 'scale'].includes(field.type)) return Math.max(field.min ?? 1, 1);
  if (field.type === 'date') return new Date().toISOString().slice(0, 10);
  if (field.type === 'phone') return '0201234567';
  if (field.type === 'email') return 'proef@load.example';
  return 'proef';
}

function outcomeFor(task: OpenTask): { outcome?: string } {
  const [first] = task.outcomes;
  return first === undefined ? {} : { outcome: typeof first === 'string' ? first : first.id };
}
