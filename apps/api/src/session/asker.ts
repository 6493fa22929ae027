import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Session } from './session.js';

/** The session of the request, put there by the front door; a resolver never sees a request without one. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { session } = GqlExecutionContext.create(context).getContext<{ session?: Session }>();
  if (!session) throw new Error('No session behind a resolver');
  return session;
});
