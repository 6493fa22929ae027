import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, historyNotices, merged, pastOf, readHouseholds, withoutForbidden } from './index.js';

const HEADINGS =
  'contractnr;straat;huisnummer;toevoeging;postcode;plaats;ingangsdatum;rol;achternaam;telefoon;email;taal';
const LINE = 'HC-007;Nachtegaallaan;12;A;1099ab;Waterdam;01-03-2010;huurder;Çelik;0201234567;a@b.example;tr';
const bytes = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

describe('readHouseholds', () => {
  it('reads a lease with its people and keeps leading zeros', () => {
    const read = readHouseholds(bytes(HEADINGS, LINE, LINE.replace('huurder;Çelik', 'bewoner;Vos')));
    expect(read.errors).toEqual([]);
    expect(read).toMatchObject({ lines: 2, persons: 2 });
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]).toMatchObject({ line: 2, postcode: '1099 AB', leaseStart: '2010-03-01', unit: '1099AB-12-A' });
    expect(read.rows[0]?.persons[0]).toMatchObject({ surname: 'Çelik', phone: '0201234567', language: 'tr' });
  });

  it.each([
    ['a UTF-8 mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(HEADINGS, LINE)])],
    ['Windows-1252', Uint8Array.from(Buffer.from(`${HEADINGS}\n${LINE}\n`, 'latin1'))],
    ['commas', bytes(HEADINGS.replaceAll(';', ','), LINE.replaceAll(';', ','))],
  ])('reads %s', (_name, file) => {
    const read = readHouseholds(file);
    expect(read.errors).toEqual([]);
    expect(read.rows[0]?.persons[0]?.surname).toBe('Çelik');
  });

  it('drops a BSN column with a notice, whatever the mapping says', () => {
    const file = bytes(`${HEADINGS};BSN`, `${LINE};123456782`);
    const read = readHouseholds(file);
    expect(read.notices.map((notice) => notice.code)).toEqual(['bsnDropped']);
    expect(JSON.stringify(read)).not.toContain('123456782');
    expect(readHouseholds(file, { ...read.mapping, eenheidnr: 'BSN' }).errors[0]?.code).toBe('columnMissing');
  });

  it('keeps no BSN in the file that is stored, and every other cell of it', () => {
    const kept = withoutForbidden(bytes(`BSN;${HEADINGS}`, `123456782;${LINE.replace('Çelik', '"Çe;lik"')}`));
    expect(new TextDecoder().decode(kept)).not.toMatch(/123456782|BSN/u);
    expect(readHouseholds(kept).rows[0]).toMatchObject({ lease: 'HC-007', persons: [{ surname: 'Çe;lik' }] });
    expect(withoutForbidden(bytes(HEADINGS, LINE))).toEqual(bytes(HEADINGS, LINE));
  });

  it('reads floors as people write them, and says which ones it leaves out', () => {
    const file = bytes(
      `${HEADINGS};etage`,
      ...['bg', '2e', '03', 'midden'].map((floor, at) => `${LINE.replace('HC-007', `HC-${at}`)};${floor}`),
    );
    const read = readHouseholds(file);
    expect(read.rows.map((row) => row.floor)).toEqual(['0', '2', '3', undefined]);
    expect(read.notices.map((notice) => notice.code)).toEqual(['floorIgnored']);
  });

  it('keeps formulas as text and says so', () => {
    const read = readHouseholds(bytes(HEADINGS, LINE.replace('Çelik', '=1+1')));
    expect(read.rows[0]?.persons[0]?.surname).toBe('=1+1');
    expect(read.notices.map((notice) => notice.code)).toEqual(['formulaKept']);
  });

  it.each([
    ['dateInvalid', 'ingangsdatum', LINE.replace('01-03-2010', '31-02-2010')],
    ['postcodeInvalid', 'postcode', LINE.replace('1099ab', '10990')],
    ['roleUnknown', 'rol', LINE.replace('huurder', 'baas')],
    ['emailInvalid', 'email', LINE.replace('a@b.example', 'a.example')],
    ['phoneInvalid', 'telefoon', LINE.replace('0201234567', 'geen')],
    ['valueMissing', 'achternaam', LINE.replace('Çelik', '')],
    ['numberInvalid', 'huisnummer', LINE.replace(';12;', ';twaalf;')],
    ['cellCount', '', 'HC-1;Laan'],
    ['noTenant', 'rol', LINE.replace('huurder', 'bewoner')],
  ])('says %s with line and column', (code, column, line) => {
    const read = readHouseholds(bytes(HEADINGS, '', line));
    expect(read.errors.map((error) => [error.row, error.column, error.code])).toContainEqual([3, column, code]);
  });

  it('says which column is missing and that a file is unreadable', () => {
    expect(readHouseholds(bytes('contractnr;straat', 'a;b')).errors.map((error) => error.column)).toEqual([
      'huisnummer',
      'postcode',
      'plaats',
      'achternaam',
    ]);
    expect(readHouseholds(bytes(HEADINGS, '"HC;broken')).readable).toBe(false);
    expect(readHouseholds(Uint8Array.from([0, 1, 2, 0, 255])).readable).toBe(false);
  });

  it('never throws, whatever the bytes', () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 200, unit: 'binary' }).map((text) => bytes(HEADINGS, text, LINE)),
    );
    fc.assert(
      fc.property(file, (input) => Array.isArray(readHouseholds(input).errors)),
      { numRuns: 500, verbose: 1 },
    );
  });
});

describe('compare', () => {
  it('splits new, changed and unchanged by lease', () => {
    const before = readHouseholds(bytes(HEADINGS, LINE, LINE.replace('HC-007', 'HC-008')));
    const after = readHouseholds(
      bytes(
        HEADINGS,
        LINE,
        LINE.replace('HC-007', 'HC-008').replace('0201234567', '0207654321'),
        LINE.replace('HC-007', 'HC-009'),
      ),
    );
    const result = compare(before.rows, after);
    expect([result.new, result.changed, result.unchanged].map((rows) => rows.map((row) => row.lease))).toEqual([
      ['HC-009'],
      ['HC-008'],
      ['HC-007'],
    ]);
  });
});

describe('merged', () => {
  const HEAD = 'contractnr;straat;huisnummer;postcode;plaats;relatienr;achternaam;telefoon';
  const row = (file: string[], at = 0) => readHouseholds(bytes(HEAD, ...file)).rows[at]!;

  it('keeps what the file does not say, and everyone by their own number', () => {
    const jansen = 'C1;Kade;1;1099 NA;Waterdam;7;Jansen;0201234567';
    const demir = 'C1;Kade;1;1099 NA;Waterdam;8;Demir;0207654321';
    const before = row([jansen, demir]);
    const known = {
      ...before,
      staircase: 'T1',
      persons: before.persons.map((one) => ({ ...one, id: `p${one.relation}` })),
    };
    const after = merged(known, row([demir.replace('0207654321', ''), 'C1;Kade;1;1099 NA;Waterdam;9;Vos;']));
    expect(after.staircase).toBe('T1');
    expect(after.persons).toEqual([
      { id: 'p8', relation: '8', role: 'tenant', surname: 'Demir', phone: '0207654321' },
      { relation: '9', role: 'tenant', surname: 'Vos' },
    ]);
  });
});

describe('history columns', () => {
  const file = bytes(`${HEADINGS};bezoekenOp;controlerenOp;sleutelOp`, `${LINE};03-02-2026;02-02-2026;04-02-2026`);
  const read = readHouseholds(file);
  const tasks = new Set(['controleren', 'bezoeken']);

  it('become past steps in the order of their days', () => {
    expect(pastOf(read.rows[0]!, tasks, 'm1').map(({ on, event }) => [on, event.item])).toEqual([
      ['2026-02-02', 'controleren'],
      ['2026-02-03', 'bezoeken'],
    ]);
  });
  it('are never ignored in silence', () => {
    expect(historyNotices(read, [], tasks).map((one) => one.code)).toEqual(['historyUnknown']);
    expect(historyNotices(read, read.rows, tasks).map((one) => one.code)).toEqual(['historyUnknown', 'historyLate']);
  });
});
