import { parse, type ASTNode } from '@marcbachmann/cel-js';
import type { BinaryOperator, Expression, Json } from '@thuisreis/engine';

/** Thrown where a text is no expression of the language; `code` is a finding code. */
export class NoExpression extends Error {
  constructor(
    readonly code: 'T-E01' | 'T-E02' | 'T-E08',
    readonly params: { readonly name?: string; readonly at: number },
  ) {
    super(code);
  }
}

const binary = new Set<string>(['==', '!=', '<', '<=', '>', '>=', '&&', '||', '+', '-', '*', 'in']);
const functions = new Set(['has', 'size', 'days', 'workdays']);

/** Parses the common subset of CEL into the engine's tree; types and names of items are checked elsewhere. */
export function parseExpression(text: string): Expression {
  let ast: ASTNode;
  try {
    ast = parse(text).ast as ASTNode;
  } catch {
    throw new NoExpression('T-E01', { at: 0 });
  }
  return convert(ast);
}
/** Nesting beyond this is no condition that anybody reads, and would bring down whoever walks the tree. */
const MAX_DEPTH = 200;

function convert(node: ASTNode, depth = 0): Expression {
  if (depth > MAX_DEPTH) throw new NoExpression('T-E01', { at: node.start });
  const inner = (part: unknown): Expression => convert(part as ASTNode, depth + 1);
  const { op, args } = node as { op: string; args: unknown };
  if (op === 'value') return literalOf(args, node);
  if (op === 'list') return ['list', (args as ASTNode[]).map(inner)];
  if (op === '!_') return ['not', inner(args)];
  if (op === '-_') return ['negate', inner(args)];
  if (op === '.') return name(node);
  if (op === 'call') return call(node, args as [string, ASTNode[]], inner);
  if (binary.has(op)) {
    const [left, right] = args as [ASTNode, ASTNode];
    return [op as BinaryOperator, inner(left), inner(right)];
  }
  if (op === 'id') throw new NoExpression('T-E02', { name: String(args), at: node.start });
  throw new NoExpression('T-E08', { name: op, at: node.start });
}

/** Decimal literals: the engine knows one kind of number, the checker keeps whole and decimal apart. */
const decimals = new WeakSet<Expression>();
export const isDecimal = (node: Expression): boolean => decimals.has(node);

function literalOf(value: unknown, node: ASTNode): Expression {
  const made: Expression = ['literal', literal(value, node)];
  if (typeof value === 'number') decimals.add(made);
  return made;
}

function literal(value: unknown, node: ASTNode): Json {
  if (typeof value === 'bigint') return Number(value);
  if (['string', 'number', 'boolean'].includes(typeof value)) return value as Json;
  // Unknown is no value that could be compared: `has()` asks for it.
  throw new NoExpression('T-E08', { name: String(value), at: node.start });
}

/** The words of `a.b.c`, or nothing when something else stands between the dots. */
function words(node: ASTNode): string[] | undefined {
  const { op, args } = node as { op: string; args: unknown };
  if (op === 'id') return [String(args)];
  if (op !== '.') return undefined;
  const [left, right] = args as [ASTNode, string];
  const before = words(left);
  return before && [...before, right];
}

function name(node: ASTNode): Expression {
  const path = words(node);
  if (!path) throw new NoExpression('T-E08', { name: '.', at: node.start });
  const [group, first, second, ...rest] = path as [string, string, string?, ...string[]];
  const single = second === undefined && rest.length === 0;
  switch (group) {
    case 'params':
      if (single) return ['param', first];
      break;
    case 'law':
    case 'tally':
    case 'outcome':
    case 'count':
    case 'date':
      if (single) return [group, first];
      break;
    case 'milestone':
      if (single) return ['milestone', first];
      if (rest.length === 0) return ['escalationMilestone', first, second!];
      break;
    case 'project':
      // One word is a milestone; a published field or `tally.<id>` has two.
      return single ? ['projectMilestone', first] : ['project', path.slice(1).join('.')];
    default:
      if (single) return ['fact', `${group}.${first}`];
  }
  throw new NoExpression('T-E02', { name: path.join('.'), at: node.start });
}

function call(node: ASTNode, [called, args]: [string, ASTNode[]], inner: (part: ASTNode) => Expression): Expression {
  const [argument] = args;
  if (!functions.has(called) || args.length !== 1 || !argument)
    throw new NoExpression('T-E08', { name: called, at: node.start });
  if (called !== 'has') return [called as 'size' | 'days' | 'workdays', inner(argument)];
  if (!words(argument)) throw new NoExpression('T-E02', { name: 'has', at: argument.start });
  const asked = inner(argument);
  return asked[0] === 'fact' ? ['has', asked[1]] : ['known', asked];
}

/** Every node of the tree, itself first. */
export function* nodesOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of expression.slice(1)) {
    if (expression[0] === 'list') for (const entry of part as Expression[]) yield* nodesOf(entry);
    else if (Array.isArray(part) && expression[0] !== 'literal') yield* nodesOf(part as unknown as Expression);
  }
}

const groups: Readonly<Record<string, string>> = {
  param: 'params',
  projectMilestone: 'project',
  escalationMilestone: 'milestone',
};
/** The expression as text again, for sentences about a part of it. */
export function written(node: Expression): string {
  const [kind, first, second] = node as readonly [string, unknown, unknown];
  const inner = (part: unknown): string => written(part as Expression);
  if (kind === 'literal') return JSON.stringify(first);
  if (kind === 'fact') return String(first);
  if (kind === 'list') return `[${(first as Expression[]).map(written).join(', ')}]`;
  if (kind === 'not' || kind === 'negate') return `${kind === 'not' ? '!' : '-'}${inner(first)}`;
  if (kind === 'has') return `has(${String(first)})`;
  if (kind === 'known') return `has(${inner(first)})`;
  if (functions.has(kind)) return `${kind}(${inner(first)})`;
  if (binary.has(kind)) return `${inner(first)} ${kind} ${inner(second)}`;
  return [groups[kind] ?? kind, first, second].filter((part) => part !== undefined).join('.');
}
