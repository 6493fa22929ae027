import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  TypeInfo,
  ValidationContext,
  visit,
  visitInParallel,
  type ASTVisitor,
  type DocumentNode,
} from 'graphql';
import { DocumentRefused } from './document-refused.js';

const MOST = { aliases: 15, directives: 20, cost: 5_000 };
const quiet = { exposeLimits: true, propagateOnRejection: false } as const;
/** The rules count nodes and never look at a type, so any schema will do. */
const anySchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { any: { type: GraphQLString } } }),
});

/** The rules are written for one release line of graphql; a visitor is all that we need of them. */
type Rule = (context: ValidationContext) => unknown;
const refuseAs = (code: string, advice: string): { readonly onReject: readonly [(...told: never[]) => void] } => ({
  onReject: [
    (_context: unknown, error: Error): never => {
      throw new DocumentRefused(code, `${error.message.replace(/^Syntax Error: /, '')} ${advice}`);
    },
  ],
});
const rules: readonly Rule[] = [
  maxAliasesRule({
    n: MOST.aliases,
    ...quiet,
    ...refuseAs('tooManyAliases', 'Ask the rest in another document.'),
  } as never) as never,
  maxDirectivesRule({
    n: MOST.directives,
    ...quiet,
    ...refuseAs('tooManyDirectives', 'Leave out what is not asked for.'),
  } as never) as never,
  costLimitRule({
    maxCost: MOST.cost,
    flattenFragments: true,
    ...quiet,
    ...refuseAs('tooCostly', 'Ask for fewer fields, or for less of them inside each other.'),
  } as never) as never,
];

/**
 * Throws `DocumentRefused` for more than 15 aliases, 20 directives or a cost of 5,000 in one operation, fragments
 * opened. The cost is that of the text alone: the size of a page has its own bound (1–500, `badPage`), and each list
 * is read in one statement, so arguments are taken out before counting.
 */
export function refuseCostly(document: DocumentNode): void {
  const bare = visit(document, { Argument: () => null });
  const context = new ValidationContext(anySchema, bare, new TypeInfo(anySchema), () => undefined);
  visit(bare, visitInParallel(rules.map((rule) => rule(context) as ASTVisitor)));
}
