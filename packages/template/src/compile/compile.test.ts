import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { compileCorporation, templateFor } from '../index.js';

const root = new URL('../../../../', import.meta.url).pathname;
const read = (file: string): string => readFileSync(root + file, 'utf8');
const files = new Map([
  ['law/nl.yaml', read('config/law/nl.yaml')],
  ['base/project.yaml', read('config/base/project.yaml')],
  ['corporations/voorbeeld/corporation.yaml', read('packages/template/examples/corporation.yaml')],
  ['corporations/voorbeeld/renovatie.yaml', read('packages/template/examples/renovatieMetLogeerwoning.repaired.yaml')],
]);

describe('the example template', () => {
  const compiled = compileCorporation(files, 'voorbeeld');
  const template = templateFor(compiled, 'renovatieMetLogeerwoning')!;
  const inline = compiled.templates.find(({ name }) => name === 'renovatieMetLogeerwoning.woningVol')!;

  it('is compiled with the template of its inline escalation', () => {
    expect(compiled.findings).toEqual([]);
    expect(template.escalations['woningVol']).toMatchObject({
      template: { name: inline.name, version: '2.4.1', hash: inline.hash },
      blocks: { verhuizen: null },
      maxAge: { iso: 'P60D' },
      max: 1,
    });
    expect(inline.kind).toBe('escalation');
    expect(inline.items.map(({ id }) => id)).toEqual([
      'vraagToestemming',
      'ondersteunen',
      'anoniemAdvies',
      'opnieuwKijken',
      'ruimteMaken',
    ]);
  });

  it('hands over what the escalation reads and takes back what it writes', () => {
    const { in: given, out } = template.escalations['woningVol']!;
    expect(Object.keys(given)).toEqual(['delen.buurtteam', 'huishouden.leden', 'signalen.woningVol', 'verblijf.van']);
    expect(out).toEqual({ 'delen.buurtteam': 'delen.buurtteam', 'signalen.woningVol': 'signalen.woningVol' });
  });

  it('lets exactly what conditions, needs and clocks read into the cases', () => {
    const facts = Object.values(template.fields).filter(({ isFact }) => isFact);
    expect(facts.map(({ path }) => path)).toEqual([
      'huishouden.leden',
      'huishouden.drempelvrij',
      'akkoord.status',
      'verblijf.van',
      'verblijf.tot',
      'signalen.woningVol',
      'delen.buurtteam',
    ]);
  });

  it('keeps what only a kind of task knows', () => {
    const byId = new Map([...template.items, ...inline.items].map((item) => [item.id, item]));
    expect(byId.get('logeerwoning')).toMatchObject({
      pool: 'guestDwellings',
      needs: { persons: ['fact', 'huishouden.leden'] },
      period: { from: ['fact', 'verblijf.van'] },
      hold: { iso: 'P5D' },
      repeat: { max: 10, every: { iso: 'P3D' } },
    });
    expect(byId.get('ondersteunen')).toMatchObject({
      partner: 'neighbourhoodTeam',
      requires: ['==', ['fact', 'delen.buurtteam'], ['literal', 'ja']],
      otherwise: 'anoniemAdvies',
      outcomes: [{ id: 'done' }],
    });
  });
});
