import { readdirSync, readFileSync } from 'node:fs';
import { check, type Text } from '@thuisreis/template';
import { describe, expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
const read = (file: string): Text => ({ file, text: readFileSync(root + file, 'utf8') });
const surroundings = {
  corporation: read('config/corporation.yaml'),
  law: (country: string): Text => read(`config/law/${country}.yaml`),
  base: readdirSync(`${root}config/base`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`config/base/${name}`)),
  own: [],
};
interface Block {
  readonly text: string;
  /** "T-C01 12": the finding that the reader is shown, and its line. */
  readonly finding: string;
}
const blocksOf = (language: string): Block[] =>
  [...read(`docs/${language}/guide.md`).text.matchAll(/^```yaml ?(.*)\n([\s\S]*?)^```$/gmu)].map(
    ([, finding = '', text = '']) => ({ text, finding }),
  );

describe.each(['nl', 'en'])('the guide in %s', (language) => {
  const blocks = blocksOf(language);
  test('shows eight files', () => expect(blocks).toHaveLength(8));
  test.each(blocks.map((block, index) => ({ ...block, number: index + 1 })))(
    'says of block $number exactly what check says: $finding',
    ({ text, finding }) => {
      const { findings } = check({ file: 'guide.yaml', text, ...surroundings });
      expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual(finding === '' ? [] : [finding]);
    },
  );
});

test('both guides show the same files', () => expect(blocksOf('en')).toEqual(blocksOf('nl')));
