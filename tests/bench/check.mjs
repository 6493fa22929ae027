// node tests/bench/check.mjs [rounds]: how long reading, checking and compiling a template takes at 12, 100 and 1,000
// items, beside js-yaml merely reading the same text. Needs `npm run build` first. Run it while nothing else runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { againstOf, checkTemplate } from '../../packages/template/dist/index.js';

const template = new URL('../../packages/template/', import.meta.url);
const { load } = createRequire(new URL('package.json', template))('js-yaml');
const rounds = Number(process.argv[2] ?? 40);
const TARGETS = { 12: 5, 100: 25, 1000: 100 };
/** One file may have 5,000 keys, so a thousand items are a base and the overlay upon it. */
const MOST_IN_ONE_FILE = 500;

const house = (name) => readFileSync(new URL(`src/rules/fixtures/${name}`, template), 'utf8');
const head = (name, more = '') =>
  `dsl: thuisreis/1\nkind: household\nname: ${name}\nversion: 1.0.0\ntitle: { nl: Groot, en: Large }\n${more}stages:\n  work:\n`;
const stage = '    title: { nl: Werk, en: Work }\n    role: caseManager\n    tasks:\n';
const tasks = (from, to) =>
  Array.from({ length: to - from }, (_, at) => from + at)
    .map((n) => {
      const entry = n === 0 ? '' : `, entry: [{ on: t${n - 1}.complete }]`;
      return `      t${n}: { kind: humanTask, title: { nl: Taak ${n}, en: Task ${n} }, due: { after: P5D }${entry} }\n`;
    })
    .join('');

/** The texts of a template with so many items: one file, or a base and its overlay. */
function textsOf(items) {
  if (items <= MOST_IN_ONE_FILE) return [head('large') + stage + tasks(0, items)];
  const half = items / 2;
  const overlay = head('larger', 'extends: base/large@^1.0\n') + '    tasks:\n' + tasks(half, items);
  return [head('large') + stage + tasks(0, half), overlay];
}
function checked(texts) {
  const against = againstOf({
    corporation: { file: 'corporation.yaml', text: house('corporation.yaml') },
    law: () => ({ file: 'law.yaml', text: house('law.yaml') }),
    base: texts.slice(0, -1).map((text) => ({ file: 'base/large.yaml', text })),
    own: [],
  });
  return checkTemplate('large.yaml', texts.at(-1), against);
}

/** The median of the rounds, in milliseconds, after as many to warm up. */
function median(work) {
  for (let round = 0; round < rounds; round += 1) work();
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

console.log(`node ${process.version}, ${rounds} rounds after ${rounds} to warm up, medians in ms`);
console.log('items      kB   check + compile   target   js-yaml load alone');
let isWithin = true;
for (const [items, target] of Object.entries(TARGETS)) {
  const texts = textsOf(Number(items));
  const { template: compiled, findings } = checked(texts);
  if (compiled === null || findings.length > 0) throw new Error(`${items} items: ${findings[0]?.message.en}`);
  const [ours, theirs] = [() => checked(texts), () => texts.map((text) => load(text))].map(median);
  isWithin &&= ours <= target;
  const columns = [items.padStart(5), (texts.join('').length / 1024).toFixed(1).padStart(7)];
  console.log(
    [...columns, ours.toFixed(1).padStart(17), String(target).padStart(8), theirs.toFixed(1).padStart(20)].join(' '),
  );
}
console.log(isWithin ? 'within the targets' : 'beyond a target');
process.exit(isWithin ? 0 : 1);
