import type { Cell, Decision, Expression, Json } from '@thuisreis/engine';
import { listIn, mapIn, type Raw } from '../check/raw.js';
import { expression, mapped, names, word } from './parts.js';

/** A literal inside a cell: whole or decimal number, true or false, else the bare text (an enum value or a day). */
function literal(text: string): Json {
  const bare = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(bare)) return Number(bare);
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return /^(["']).*\1$/.test(bare) ? bare.slice(1, -1) : bare;
}

/** A DMN unary test: `-`, `5`, `>= 6`, `[60..80]`, `a, b`, `not(a)`. */
export function cellOf(written: unknown): Cell {
  if (typeof written !== 'string') return ['compare', '==', written as Json];
  const text = written.trim();
  if (text === '-') return ['any'];
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  if (negated) return ['not', cellOf(negated[1])];
  if (text.includes(',')) return ['oneOf', text.split(',').map(cellOf)];
  const range = /^\[(.*?)\.\.(.*)\]$/s.exec(text);
  if (range) return ['between', literal(range[1]!), literal(range[2]!)];
  const [, operator, operand] = /^(<=|>=|<|>|==|=)?(.*)$/s.exec(text)!;
  return ['compare', operator === undefined || operator === '=' ? '==' : (operator as '<'), literal(operand!)];
}

/** A result cell: a literal, `params.x` or `law.x`. */
export function resultOf(written: unknown): Expression {
  if (typeof written === 'string' && /^(params|law)\.[A-Za-z0-9]+$/.test(written)) return expression(written);
  return ['literal', typeof written === 'string' ? literal(written) : (written as Json)];
}

export const decisionsOf = (written: unknown): Record<string, Decision> =>
  mapped(written, (id, raw: Raw) => ({
    id,
    hitPolicy: word<Decision['hitPolicy']>(raw['hitPolicy']) ?? 'UNIQUE',
    inputs: listIn(raw['inputs']).map(expression),
    outputs: names(raw['outputs']) ?? [],
    rules: Object.entries(mapIn(raw['rules'])).map(([rule, row]) => ({
      id: rule,
      when: listIn(mapIn(row)['when']).map(cellOf),
      then: listIn(mapIn(row)['then']).map(resultOf),
    })),
  }));
