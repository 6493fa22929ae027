import type { Expression } from '@thuisreis/engine';
import type { Words } from '@thuisreis/words';
import type { Model, Scope } from '../check/model.js';
import { isDecimal, written } from '../expression.js';
import { kindOfName } from './kind-of-name.js';
import { date, decimal, isNumber, kindWords, length, truth, whole, word, type Kind } from './kinds.js';

/** What does not fit: the part as written, what the place takes and what the part is. */
export interface Misfit {
  readonly code: 'T-E03' | 'T-E04';
  readonly name: string;
  readonly expected: Words;
  readonly found: Words;
}

/** Types one expression; where a part does not fit it says so once and goes on as if it did. */
export class Typing {
  readonly misfits: Misfit[] = [];
  constructor(
    private readonly model: Model,
    private readonly scope: Scope,
  ) {}

  /** Types the expression and holds it to the kind its place takes. */
  demand(node: Expression, expected: Kind): void {
    const kind = this.of(node);
    if (kind && !fits(kind, expected)) this.wrong(node, kind, expected);
  }

  of(node: Expression): Kind | undefined {
    switch (node[0]) {
      case 'literal':
        return this.literal(node);
      case 'list':
        return this.list(node[1]);
      case 'not':
        this.demand(node[1], truth);
        return truth;
      case 'known':
        this.of(node[1]);
        return truth;
      case 'negate':
        return this.of(node[1]);
      case 'size':
        return this.sized(node[1]);
      case 'days':
      case 'workdays':
        this.demand(node[1], whole);
        return length;
      case '&&':
      case '||':
        this.demand(node[1], truth);
        this.demand(node[2], truth);
        return truth;
      case '==':
      case '!=':
      case 'in':
      case '<':
      case '<=':
      case '>':
      case '>=':
        this.compared(node[0], node[1], node[2]);
        return truth;
      case '+':
      case '-':
      case '*':
        return this.sum(node[0], node[1], node[2]);
      default:
        return kindOfName(this.model, this.scope, node);
    }
  }

  private literal(node: Expression): Kind | undefined {
    const value = node[1];
    if (typeof value === 'boolean') return truth;
    if (typeof value === 'number') return isDecimal(node) ? decimal : whole;
    return typeof value === 'string' ? word : { is: 'text' };
  }

  private list(parts: readonly Expression[]): Kind {
    const kinds = parts.map((part) => this.of(part));
    const [first] = kinds;
    kinds.forEach((kind, index) => {
      if (first && kind && !alike(first, kind)) this.wrong(parts[index]!, kind, first);
    });
    return { is: 'list' };
  }

  private sized(node: Expression): Kind {
    const kind = this.of(node);
    if (kind && !['choices', 'list'].includes(kind.is)) this.wrong(node, kind, { is: 'choices' });
    return whole;
  }

  private compared(operator: string, left: Expression, right: Expression): void {
    if (operator === 'in') return this.within(left, right);
    const [a, b] = [this.of(left), this.of(right)];
    if (!a || !b) return;
    const isOrdered = operator !== '==' && operator !== '!=';
    const unordered = [a, b].findIndex((kind) => isOrdered && !isNumber(kind) && kind.is !== 'date');
    if (unordered >= 0) return this.wrong([left, right][unordered]!, [a, b][unordered]!, whole);
    if (isNumber(a) && isNumber(b) && a.is !== b.is) return this.mixed(left, right);
    if (!alike(a, b)) this.wrong(right, b, a);
  }

  private within(left: Expression, right: Expression): void {
    const [a, list] = [this.of(left), this.of(right)];
    if (list && !['list', 'choices'].includes(list.is)) return this.wrong(right, list, { is: 'list' });
    if (list?.is === 'choices' && a && !['word', 'choice'].includes(a.is)) return this.wrong(left, a, word);
    const first = right[0] === 'list' ? right[1][0] : undefined;
    const member = first && this.of(first);
    if (!a || !first || !member) return;
    if (isNumber(a) && isNumber(member) && a.is !== member.is) return this.mixed(left, first);
    if (!alike(a, member)) this.wrong(first, member, a);
  }

  private sum(operator: string, left: Expression, right: Expression): Kind | undefined {
    const [a, b] = [this.of(left), this.of(right)];
    if (!a || !b) return undefined;
    if (a.is === 'date' && operator !== '*') {
      if (b.is !== 'length') this.wrong(right, b, length);
      return date;
    }
    const odd = [a, b].findIndex((kind) => !isNumber(kind));
    if (odd >= 0) this.wrong([left, right][odd]!, [a, b][odd]!, whole);
    else if (a.is !== b.is) this.mixed(left, right);
    return a;
  }

  private wrong(node: Expression, found: Kind, expected: Kind): void {
    this.misfits.push({
      code: 'T-E03',
      name: written(node),
      expected: kindWords[expected.is],
      found: kindWords[found.is],
    });
  }
  private mixed(left: Expression, right: Expression): void {
    const name = `${written(left)}, ${written(right)}`;
    this.misfits.push({ code: 'T-E04', name, expected: kindWords.whole, found: kindWords.decimal });
  }
}

const isWord = ({ is }: Kind): boolean => is === 'choice' || is === 'word';
/** Whether two kinds may be compared for being equal; personal text is judged elsewhere. */
const alike = (a: Kind, b: Kind): boolean =>
  a.is === b.is || (isWord(a) && isWord(b)) || a.is === 'text' || b.is === 'text' || isPair(a, b);
const isPair = (a: Kind, b: Kind): boolean => ['list', 'choices'].includes(a.is) && ['list', 'choices'].includes(b.is);
const fits = (found: Kind, expected: Kind): boolean => alike(found, expected);
