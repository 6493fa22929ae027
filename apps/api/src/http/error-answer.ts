import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { Fault } from '../graphql/fault.js';
import { log } from '../log.js';
import { refuse } from './refuse.js';

const CODES: { readonly [status: number]: string } = { 413: 'inputTooLarge', 415: 'jsonOnly', 404: 'notFound' };

/** Turns whatever went wrong outside GraphQL into the one error shape. */
export function answerError(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode = 500, code, errors } = error as { statusCode?: number; code?: string; errors?: GraphQLError[] };
  if (statusCode >= 500) {
    log.error({ err: error }, 'request failed');
    return refuse(reply, 500, 'internalError', 'Something went wrong on our side');
  }
  const known = CODES[statusCode] ?? codeOf(code);
  if (known === 'badDocument' && errors?.[0]) return reply.code(statusCode).send({ errors: errors.map(publish) });
  return refuse(reply, statusCode, known, MESSAGES[known] ?? 'The request cannot be read');
}

function codeOf(code: string | undefined): string {
  if (code?.startsWith('MER_')) return 'badDocument';
  return code && !code.startsWith('FST_') ? code : 'badRequest';
}

const MESSAGES: { readonly [code: string]: string } = {
  inputTooLarge: 'At most 1 MB; imports 16 MB',
  jsonOnly: 'Send application/json',
  badDocument: 'The document does not fit the schema, apps/api/schema.graphql',
  badJson: 'The body is not JSON',
};

const WITHOUT_HINT = /\s*Did you mean .*\?$/s;

/** Errors of GraphQL without stacks, suggestions or anything of the inside; unexpected ones are logged. */
export function formatErrors(execution: ExecutionResult): { statusCode: number; response: ExecutionResult } {
  const errors = (execution.errors ?? []).flatMap(flatten).map(publish);
  const statusCode = execution.data ? 200 : errors.some((one) => one.extensions['code'] === 'badDocument') ? 400 : 200;
  return { statusCode, response: { data: execution.data ?? null, errors } };
}

function flatten(error: GraphQLError): readonly Error[] {
  const inner =
    (error.originalError as { errors?: readonly Error[] } | undefined)?.errors ??
    (error as unknown as { errors?: readonly Error[] }).errors;
  return Array.isArray(inner) ? inner : [error];
}

/** Where it stands and what to hold it against. */
const placeOf = ({ locations }: GraphQLError): string => {
  const [at] = locations ?? [];
  const sentence = ' The schema is apps/api/schema.graphql.';
  return at ? ` (line ${at.line}, column ${at.column}).${sentence}` : sentence;
};

function publish(error: Error): GraphQLError {
  const { path, originalError } = error as GraphQLError;
  const as = (code: string, message: string): GraphQLError =>
    new GraphQLError(message, { ...(path ? { path } : {}), extensions: { code } });
  if (originalError instanceof Fault) return as(originalError.code, originalError.message);
  if (error instanceof Fault) return as(error.code, error.message);
  if (!path) return as('badDocument', `${error.message.replace(WITHOUT_HINT, '')}${placeOf(error as GraphQLError)}`);
  log.error({ err: originalError ?? error }, 'resolver failed');
  return as('internalError', 'Something went wrong on our side');
}
