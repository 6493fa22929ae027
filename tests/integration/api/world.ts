import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { House } from './house.js';

export const SANNE = 'sanne@waterkant.example';
export const PETRA = 'petra@waterkant.example';
export const AHMED = 'ahmed@waterkant.example';
export const RUBEN = 'ruben@waterkant.example';
export const NOOR = 'noor@buurtteam.example';
export const BRAM = 'bram@heuvelrug.example';
export const VERA = 'vera@waterkant.example';

/** A household with its journey, somebody's own. */
export interface Own {
  readonly caseId: string;
  readonly household: string;
  readonly slug: string;
}
const heading = 'contractnr;eenheidnr;straat;huisnummer;postcode;plaats;rol;voorletters;achternaam;telefoon';
/** A file of leases that no other file holds. */
export const csv = (count = 1): string =>
  [heading, ...Array.from({ length: count }, (_, n) => line(randomUUID(), n + 1))].join('\n');
const line = (lease: string, n: number): string =>
  `L${lease};E${lease};Teststraat;${n};1234 AB;Waterdam;huurder;A.;Proef${n};06-1234567${n}`;
export const fileOf = (text: string): object => ({ name: 'a.csv', base64: Buffer.from(text).toString('base64') });
export const mutation = (name: string, answer: string): string =>
  `mutation ($i: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $i) { ${answer} } }`;

/** The house that the stories of one file share, with what was imported into it. */
export class World {
  house!: House;
  own!: Own;
  foreign!: Own;

  /** Opens it before the stories and closes it after them. */
  static around(): World {
    const world = new World();
    beforeAll(async () => {
      world.house = await House.open();
      world.own = await world.import(SANNE);
      world.foreign = await world.import(BRAM);
    }, 400_000);
    afterAll(() => world.house?.close(), 60_000);
    return world;
  }

  /** A new project of one household on a template, as far as the worklist. */
  async import(login: string, template = 'kennismaking'): Promise<Own> {
    const slug = `p${randomUUID().slice(0, 8)}`;
    const start = { key: randomUUID(), slug, name: slug, template };
    await this.did(login, 'startProject', start);
    await this.did(login, 'commitImport', { key: randomUUID(), project: slug, file: fileOf(csv()) });
    for (let tries = 0; tries < 80; tries += 1) {
      const query = `query ($p: String) { worklist(scope: TEAM, project: $p) { rows { caseId household { id } } } }`;
      type Rows = { worklist: { rows: { caseId: string; household: { id: string } }[] } };
      const { worklist } = await this.house.ask<Rows>(login, query, { p: slug });
      const row = worklist.rows[0];
      if (row) return { caseId: row.caseId, household: row.household.id, slug };
      await new Promise((wake) => setTimeout(wake, 500));
    }
    throw new Error('The import did not reach the worklist');
  }

  /** A mutation's answer: refusals, duplicate and what else is asked for. */
  async did<Answer extends object>(login: string, name: string, input: object, more = ''): Promise<Answer & Said> {
    const query = mutation(name, `refusals { code path params } duplicate ${more}`);
    return (await this.house.ask<Record<string, Answer & Said>>(login, query, { i: input }))[name] as Answer & Said;
  }
}
export interface Said {
  readonly refusals: { code: string; path: string | null; params: unknown }[];
  readonly duplicate: boolean;
}
