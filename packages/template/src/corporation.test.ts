import { describe, expect, it } from '@jest/globals';
import { begin, step, type State } from '@thuisreis/engine';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileCorporation, readYaml, templateFor } from './index.js';

const config = join(import.meta.dirname, '../../../config');
function filesBelow(folder: string): [string, string][] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return path.endsWith('.yaml') ? [[relative(config, path), readFileSync(path, 'utf8')] as [string, string]] : [];
  });
}
const files = new Map(filesBelow(config));

describe('the smallest base template', () => {
  const compiled = compileCorporation(files, 'waterkant');
  const template = templateFor(compiled, 'kennismaking')!;

  it('compiles without a finding, to the same hash each time, and small', () => {
    expect(compiled.findings).toEqual([]);
    expect(templateFor(compileCorporation(files, 'heuvelrug'), 'kennismaking')!.hash).toBe(template.hash);
    const { calendars: _calendars, ...body } = template;
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
  });

  it('lets only what some condition reads into a case', () => {
    const facts = Object.values(template.fields)
      .filter(({ isFact }) => isFact)
      .map(({ path }) => path);
    expect(facts).toEqual(['consent.tenant']);
  });

  it('carries a household from registration to the end', () => {
    const calendar = Object.keys(template.calendars)[0]!;
    const born = begin(template, {}, [], '2026-01-05T08:00:00.000Z', { calendar });
    if (!born.accepted) throw new Error(JSON.stringify(born.refusals));
    const answers = {
      'household.members': { answer: 'a1' },
      'signals.clutter': { answer: 'a2' },
      'consent.tenant': 'agreed',
    };
    const walk: [string, Record<string, string | { answer: string }>][] = [
      ['controleren', {}],
      ['bezoeken', answers],
      ['afronden', {}],
    ];
    const end = walk.reduce<State>((state, [item, values]) => {
      const next = step(template, state, { type: 'submit', item, values, by: 'sanne' }, '2026-01-06T09:00:00.000Z');
      if (!next.accepted) throw new Error(`${item}: ${JSON.stringify(next.refusals)}`);
      return next.state;
    }, born.state);
    expect(end.items['agreed']).toBe('completed');
    expect(end.ended).toBeDefined();
  });
});

describe('the working calendar', () => {
  it('knows the Dutch holidays of 2026 and both clock changes', () => {
    const { calendar } = compileCorporation(files, 'waterkant');
    const of2026 = calendar.holidays.filter((day) => day.startsWith('2026'));
    expect(of2026).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    const changes = calendar.offsets.filter(({ from }) => from.startsWith('2026'));
    expect(changes).toEqual([
      { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
      { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
    ]);
  });
});

describe('hostile and broken texts', () => {
  const codeOf = (text: string) => {
    const reading = readYaml('hostile.yaml', text);
    return 'finding' in reading ? reading.finding.code : 'read';
  };
  it('are refused with one finding, and the process lives', () => {
    expect(codeOf('['.repeat(900))).toBe('T-Y05');
    expect(codeOf('['.repeat(4000))).toBe('T-Y05');
    expect(codeOf('a: &x 1\nb: *x\n')).toBe('T-Y04');
    expect(codeOf('a: 1\na: 2\n')).toBe('T-Y02');
    expect(codeOf('__proto__: { isAdmin: true }\n')).toBe('T-Y09');
    expect(codeOf('a: [1, 2\n')).toBe('T-Y01');
    expect(codeOf('\0')).toBe('T-Y01');
    expect(codeOf('')).toBe('T-Y01');
    expect(codeOf(`a: ${'x'.repeat(300_000)}`)).toBe('T-Y05');
  });
});
