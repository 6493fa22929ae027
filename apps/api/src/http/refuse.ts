import type { FastifyReply } from 'fastify';

/** The one shape of every error over HTTP: a code for programs, a sentence for people, never a stack. */
export const errorBody = (code: string, message: string): object => ({ errors: [{ message, extensions: { code } }] });

export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(errorBody(code, message));
}
