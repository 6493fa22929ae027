import { nodesIn, type Model } from '../check/model.js';
import { mapIn, type Raw } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { amountOf } from '../check/clocks.js';

const outside = (path: Path, value: unknown, [min, max]: readonly [unknown, unknown]): Report[] => {
  const [low, one, high] = [min, value, max].map(amountOf);
  const isLow = low !== undefined && one !== undefined && one < low;
  const isHigh = high !== undefined && one !== undefined && one > high;
  const field = `${String(min ?? '')}..${String(max ?? '')}`;
  return isLow || isHigh ? [{ code: 'T-D07', path, params: { name: String(value), field } }] : [];
};
const ofDefinition = (raw: Raw, path: Path): Report[] => [
  ...outside([...path, 'default'], raw['default'], [raw['min'], raw['max']]),
  ...outside([...path, 'max'], raw['max'], [raw['min'], undefined]),
];

/** A default lies within its own bounds, and a number of times within the language's. */
export function d07(model: Model): Report[] {
  const params = Object.entries(mapIn(model.raw['params']));
  return [
    ...params.flatMap(([id, raw]) => ofDefinition(mapIn(raw), ['params', id])),
    ...[...model.fields.values()].flatMap(({ raw, path }) => ofDefinition(raw, path)),
    ...model.scopes
      .flatMap(nodesIn)
      .flatMap(({ kind, raw, path }) => [
        ...outside([...path, 'repeat', 'max'], mapIn(raw['repeat'])['max'], [2, 99]),
        ...(kind === 'surveyTask' ? outside([...path, 'attempts'], raw['attempts'], [1, 9]) : []),
        ...(kind === 'escalation' ? outside([...path, 'max'], raw['max'], [1, 9]) : []),
      ]),
    ...params.flatMap(([id, raw]) => (isRepeatOf(model, id) ? repeats(mapIn(raw), ['params', id]) : [])),
  ];
}

const isRepeatOf = (model: Model, id: string): boolean =>
  model.scopes.flatMap(({ items }) => items).some(({ raw }) => mapIn(raw['repeat'])['max'] === `params.${id}`);
/** A param that counts repetitions is held to their bounds at both its ends. */
const repeats = (raw: Raw, path: Path): Report[] =>
  ['min', 'max'].flatMap((key) => outside([...path, key], raw[key], [2, 99]));
