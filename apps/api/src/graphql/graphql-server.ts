import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import { answerError, formatErrors } from '../http/error-answer.js';

/** GraphQL as it is always served: compiled queries, our errors, no playground. */
export const graphqlServer = (): DynamicModule =>
  GraphQLModule.forRoot<MercuriusDriverConfig>({
    driver: MercuriusDriver,
    path: '/graphql',
    autoSchemaFile: true,
    graphiql: false,
    jit: 1,
    context: (request: FastifyRequest) => ({ session: request.session }),
    errorFormatter: formatErrors,
    errorHandler: (error, request, reply) => void answerError(error, request, reply),
  });
