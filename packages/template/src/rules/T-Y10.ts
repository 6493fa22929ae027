import { parsedType } from '../check/enum-columns.js';
import type { Model } from '../check/model.js';
import { listIn, mapIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { tablesOf } from '../check/tables.js';

const ambiguous = new Set(['yes', 'no', 'on', 'off', 'true', 'false', 'null', '~']);
const isEnum = (type: unknown): boolean => type === 'enum' || type === 'multiEnum';

/** Words that some reader of YAML takes for true, false or nothing stand between quotes where a choice is meant. */
export function y10(model: Model): Report[] {
  const judge = (path: Path, part?: 'key'): Report[] => {
    const text = model.bare(path, part);
    if (text === undefined || !ambiguous.has(text.toLowerCase())) return [];
    return [{ code: 'T-Y10', path, params: { name: text }, instead: { old: text, new: `'${text}'` } }];
  };
  const choices = (path: Path, value: unknown): Report[] =>
    Array.isArray(value)
      ? value.flatMap((_, index) => judge([...path, index]))
      : Object.keys(mapIn(value)).flatMap((id) => judge([...path, id], 'key'));
  const value = (path: Path, one: unknown): Report[] =>
    Array.isArray(one) ? one.flatMap((_, index) => judge([...path, index])) : judge(path);
  const params = Object.entries(mapIn(model.raw['params'])).map(([id, one]) => ({
    raw: mapIn(one),
    path: ['params', id],
  }));
  const defined = [...model.fields.values(), ...params].flatMap(({ raw, path }) =>
    isEnum(raw['type'])
      ? [
          ...choices([...path, 'values'], raw['values']),
          ...['default', 'withdrawn'].flatMap((key) => value([...path, key], raw[key])),
        ]
      : [],
  );
  const outcomes = model.scopes.flatMap(({ items }) =>
    items.flatMap(({ raw, path }) => choices([...path, 'outcomes'], raw['outcomes'])),
  );
  return [...defined, ...outcomes, ...cellsOf(model, value)];
}

/** Cells in columns of choices. */
function cellsOf(model: Model, judge: (path: Path, cell: unknown) => Report[]): Report[] {
  return tablesOf(model).flatMap(({ table, path }) => {
    const inputs = listIn(table['inputs']).map((input) => isEnum(parsedType(model, input)));
    const outputs = listIn(table['outputs']).map((name) => isEnum(model.fields.get(String(name))?.raw['type']));
    return Object.entries(mapIn(table['rules'])).flatMap(([row, one]) =>
      (
        [
          ['when', inputs],
          ['then', outputs],
        ] as const
      ).flatMap(([key, columns]) =>
        listIn(mapIn(one)[key]).flatMap((cell, index) =>
          columns[index] ? judge([...path, 'rules', row, key, index], cell) : [],
        ),
      ),
    );
  });
}
