import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../http/refuse.js';
import { refuseSession, type SessionSource } from '../http/front-door.js';
import type { Session } from '../session/session.js';

/** What the database says when a case has moved. */
export interface CaseChanged {
  readonly caseId: string;
  readonly revision: number;
  readonly corporation: string;
}
export interface FeedParts {
  readonly sessions: SessionSource;
  /** Of the ids that were asked for, those the reader may see. */
  readonly visible: (session: Session, ids: readonly string[]) => Promise<readonly string[]>;
}
interface Listener {
  readonly corporation: string;
  hear(change: CaseChanged): void;
}
const HEARTBEAT = 15_000;
const CHECK_RIGHT = 3_000;
const WORKLIST_PAUSE = 1_000;
const MOST_CASES = 100;

/** Tells browsers that a case has moved, and nothing else: what moved is read through the query and its rights. */
export class CaseFeed {
  private readonly listeners = new Set<Listener>();

  constructor(private readonly parts: FeedParts) {}

  /** Called for every notification of the database. */
  announce(change: CaseChanged): void {
    for (const one of this.listeners) if (one.corporation === change.corporation) one.hear(change);
  }

  /** Adds `GET /events`. */
  addTo(server: FastifyInstance): void {
    server.get<{ Querystring: { cases?: string; worklist?: string } }>('/events', async (request, reply) => {
      const session = await this.parts.sessions.of(request);
      if (typeof session === 'string') return refuseSession(reply, session);
      const ids = (request.query.cases ?? '').split(',').filter(Boolean).slice(0, MOST_CASES);
      if (ids.length === 0 && request.query.worklist !== '1')
        return refuse(reply, 400, 'badRequest', 'Ask for cases or the worklist');
      const seen = new Set(await this.parts.visible(session, ids));
      return this.stream(request, reply, session, request.query.worklist === '1' ? undefined : seen);
    });
  }

  private stream(
    request: FastifyRequest,
    reply: FastifyReply,
    session: Session,
    cases: Set<string> | undefined,
  ): FastifyReply {
    const { raw } = reply.hijack();
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
    raw.writeHead(200, { ...reply.getHeaders(), ...headers } as Record<string, string>);
    raw.write(': open\n\n');
    const tell = (data: object): void => void raw.write(`event: changed\ndata: ${JSON.stringify(data)}\n\n`);
    const listener = { corporation: session.actor.corporation, hear: cases ? ofCases(cases, tell) : ofWorklist(tell) };
    this.listeners.add(listener);
    const heart = setInterval(() => raw.write(': here\n\n'), HEARTBEAT);
    const check = setInterval(() => void this.endWithRight(request, session, cases, () => raw.end()), CHECK_RIGHT);
    raw.on('close', () => {
      clearInterval(heart);
      clearInterval(check);
      this.listeners.delete(listener);
    });
    return reply;
  }

  /** The right is looked at again every three seconds: a stream must not outlive it by five. */
  private async endWithRight(
    request: FastifyRequest,
    was: Session,
    cases: Set<string> | undefined,
    end: () => void,
  ): Promise<void> {
    try {
      const session = await this.parts.sessions.of(request);
      if (typeof session === 'string' || session.actor.member !== was.actor.member) return end();
      // Nothing to lose: ids that were never seen are left out as silently as ids that never were.
      if (!cases || cases.size === 0) return undefined;
      const still = new Set(await this.parts.visible(session, [...cases]));
      for (const id of cases) if (!still.has(id)) cases.delete(id);
      if (cases.size === 0) end();
    } catch {
      end();
    }
    return undefined;
  }
}

const ofCases =
  (cases: ReadonlySet<string>, tell: (data: object) => void) =>
  ({ caseId, revision }: CaseChanged): void => {
    if (cases.has(caseId)) tell({ caseId, revision });
  };

/** At most one line a second; the last change is never lost, it is only told later. */
function ofWorklist(tell: (data: object) => void): () => void {
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    last = Date.now();
    timer = undefined;
    tell({ worklist: true });
  };
  return () => {
    timer ??= setTimeout(now, Math.max(0, last + WORKLIST_PAUSE - Date.now()));
  };
}
