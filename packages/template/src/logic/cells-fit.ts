import type { Cell, Json } from '@thuisreis/engine';
import type { Words } from '@thuisreis/words';
import { meant } from '../check/report.js';
import type { Kind } from './kinds.js';

const NO_HINT: Words = { nl: '', en: '' };
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Whether a value is one of this kind. */
export function isOfKind(value: unknown, kind: Kind): boolean {
  switch (kind.is) {
    case 'truth':
      return typeof value === 'boolean';
    case 'whole':
      return Number.isInteger(value);
    case 'decimal':
      return typeof value === 'number';
    case 'date':
      return isDay(value);
    case 'length':
      return typeof value === 'string' && value.startsWith('P');
    case 'choice':
      return kind.values?.includes(String(value)) ?? false;
    case 'choices':
      return [value].flat().every((one) => kind.values?.includes(String(one)));
    default:
      return typeof value === 'string';
  }
}

const ordered = new Set<Kind['is']>(['whole', 'decimal', 'date']);
/** Whether a unary test can be asked of a column of this kind; a test of the wrong kind would never hold. */
export function cellFits(cell: Cell, kind: Kind): boolean {
  switch (cell[0]) {
    case 'any':
      return true;
    case 'compare':
      return isOfKind(cell[2], kind) && !Array.isArray(cell[2]) && (cell[1] === '==' || ordered.has(kind.is));
    case 'between':
      return ordered.has(kind.is) && isOfKind(cell[1], kind) && isOfKind(cell[2], kind);
    case 'oneOf':
      return cell[1].every((part) => cellFits(part, kind));
    case 'not':
      return cellFits(cell[1], kind);
  }
}

/** "Did you mean …?" for a misspelt enum value. */
export const hintFor = (value: Json | undefined, { values }: Kind): ReturnType<typeof meant> =>
  typeof value === 'string' && values ? meant(value, values) : { hint: NO_HINT };
