import { expect, test } from '@jest/globals';
import { evaluate as celEvaluate } from '@marcbachmann/cel-js';
import { evaluate, type Json, type View } from '@thuisreis/engine';
import fc from 'fast-check';
import { NoExpression, parseExpression } from './expression.js';

const codeOf = (text: string): string => {
  try {
    parseExpression(text);
    return 'read';
  } catch (error) {
    if (error instanceof NoExpression) return error.code;
    throw error;
  }
};

/** What CEL knows and the language does not, or what no CEL is at all. */
const holes: [string, string][] = [
  ['a.flag ? true : false', 'T-E08'],
  ['a.n / 2 > 1', 'T-E08'],
  ['a.n % 2 == 0', 'T-E08'],
  ['a.list.exists(x, x == "one")', 'T-E08'],
  ['a.list.all(x, x == "one")', 'T-E08'],
  ['a.list.map(x, x)', 'T-E08'],
  ['a.list.size() > 1', 'T-E08'],
  ['a.e.matches("^(a+)+$")', 'T-E08'],
  ['matches(a.e, "o")', 'T-E08'],
  ['a.list[0] == "one"', 'T-E08'],
  ['{"a": 1}.a == 1', 'T-E08'],
  ['b"x" == b"x"', 'T-E08'],
  ['5u > a.n', 'T-E08'],
  ['a.e == null', 'T-E08'],
  ['type(a.n) == int', 'T-E08'],
  ['int(a.d) > 1', 'T-E08'],
  ['timestamp("2026-01-01T00:00:00Z") > a.day', 'T-E08'],
  ['duration("1h")', 'T-E08'],
  ['now()', 'T-E08'],
  ['size(a.list, 1)', 'T-E08'],
  ['has()', 'T-E08'],
  ['has(a)', 'T-E02'],
  ['has(a.n > 1)', 'T-E02'],
  ['flag', 'T-E02'],
  ['a.b.c', 'T-E02'],
  ['params.a.b', 'T-E02'],
  ['.a.flag', 'T-E01'],
  ['a.?flag', 'T-E01'],
  ['a.flag = true', 'T-E01'],
  ['a.flag and a.n', 'T-E01'],
  ['a.flag &', 'T-E01'],
  ['"open', 'T-E01'],
  ['', 'T-E01'],
  ['in', 'T-E01'],
  [`${'!'.repeat(5000)}a.flag`, 'T-E01'],
  [`${'('.repeat(5000)}a.flag${')'.repeat(5000)}`, 'T-E01'],
  [`${'['.repeat(5000)}1${']'.repeat(5000)}`, 'T-E01'],
  [Array(5000).fill('a.flag').join(' && '), 'T-E01'],
];
test.each(holes)('%.60s is %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

const kept: [string, unknown][] = [
  ['a.flag', ['fact', 'a.flag']],
  ['has(a.flag)', ['has', 'a.flag']],
  ['has(outcome.talk)', ['known', ['outcome', 'talk']]],
  ['has(project.plan.talks)', ['known', ['project', 'plan.talks']]],
  ['project.quorumReached', ['projectMilestone', 'quorumReached']],
  ['project.tally.agreed > 1', ['>', ['project', 'tally.agreed'], ['literal', 1]]],
  ['milestone.hoarding.spaceMade', ['escalationMilestone', 'hoarding', 'spaceMade']],
  ['date.talk + workdays(3) < stay.leaveOn', expect.any(Array)],
  ["a.e == 'one'", ['==', ['fact', 'a.e'], ['literal', 'one']]],
];
test.each(kept)('%s is kept', (text, tree) => {
  expect(parseExpression(text)).toEqual(tree);
});

const facts = { flag: true, n: 3, m: -2, d: 1.5, e: 'one', list: ['one', 'two'] };
const view = (values: Record<string, Json>): View =>
  ({
    facts: Object.fromEntries(Object.entries(values).map(([id, one]) => [`a.${id}`, one])),
    fallback: () => undefined,
  }) as unknown as View;

type Kind = 'truth' | 'whole' | 'decimal' | 'word' | 'list';
const { truth } = fc.letrec<Record<Kind, string>>((tie) => {
  const two = (kind: Kind, ...operators: string[]) =>
    fc.tuple(tie(kind), fc.constantFrom(...operators), tie(kind)).map((parts) => `(${parts.join(' ')})`);
  const orders = ['==', '!=', '<', '<=', '>', '>='];
  return {
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a.flag', 'true', 'false'),
      tie('truth').map((one) => `!${one}`),
      two('truth', '&&', '||', '==', '!='),
      two('whole', ...orders),
      two('decimal', ...orders),
      two('word', '==', '!='),
      fc.tuple(tie('word'), tie('list')).map(([one, list]) => `(${one} in ${list})`),
      fc
        .tuple(tie('whole'), fc.array(fc.constantFrom('0', '3', '-2', '7'), { maxLength: 3 }))
        .map(([one, all]) => `(${one} in [${all.join()}])`),
    ),
    whole: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a.n', 'a.m', '0', '1', '7'),
      tie('whole').map((one) => `(-${one})`),
      two('whole', '+', '-', '*'),
      tie('list').map((list) => `size(${list})`),
    ),
    decimal: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a.d', '0.5', '2.25'),
      two('decimal', '+', '-', '*'),
    ),
    word: fc.constantFrom('a.e', '"one"', '"two"', '"three"'),
    list: fc.oneof(
      fc.constant('a.list'),
      fc.array(fc.constantFrom('"one"', '"two"'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join()}]`),
    ),
  };
});

test('on known values the evaluator agrees with the CEL library', () => {
  const values = fc.record({
    flag: fc.boolean(),
    n: fc.integer({ min: -9, max: 9 }),
    m: fc.integer({ min: -9, max: 9 }),
    d: fc.constantFrom(-1.5, 0.5, 2.25, 3.75),
    e: fc.constantFrom('one', 'two'),
    list: fc.subarray(['one', 'two', 'three']),
  });
  let trues = 0;
  fc.assert(
    fc.property(truth, values, (text, known) => {
      const a = { ...known, n: BigInt(known.n), m: BigInt(known.m) };
      const ours = evaluate(parseExpression(text), view(known));
      trues += Number(ours === true);
      expect(ours).toBe(celEvaluate(text, { a }));
    }),
    { numRuns: 500 },
  );
  expect(trues).toBeGreaterThan(50);
  expect(evaluate(parseExpression('a.n > a.m'), view(facts))).toBe(true);
});

test('what is unknown makes nothing true that could be false', () => {
  const paths = ['flag', 'n', 'm', 'd', 'e', 'list'] as const;
  fc.assert(
    fc.property(truth, fc.subarray([...paths]), (text, missing) => {
      const tree = parseExpression(text);
      const some = Object.fromEntries(Object.entries(facts).filter(([id]) => !missing.includes(id as 'flag')));
      const partial = evaluate(tree, view(some));
      // Whatever was decided without the missing values stays so when they become known.
      if (partial !== undefined) expect(evaluate(tree, view(facts))).toBe(partial);
    }),
    { numRuns: 500 },
  );
});
