import { classesOf, matrix, type Cell, type Class, type Profile, type Scope } from './matrix.js';

/** Who acts, always built from the session and never from input. `member`, `partner` and `teams` are opaque ids. */
export interface Actor {
  readonly corporation: string;
  readonly member: string;
  readonly profile: Profile;
  readonly roles: readonly string[];
  readonly classes: readonly Class[];
  readonly partner?: string;
  readonly teams?: readonly string[];
}
export type Action = 'read' | 'write' | 'approve';

/** What is asked for. Decisions take records only: asking about a kind of thing has no answer here. */
export interface Subject {
  readonly corporation: string;
  readonly class: Class;
  /** The team that owns the record; null: the whole corporation's. Missing denies where the scope is a team. */
  readonly team?: string | null;
  /** Members the case is assigned to; empty: its team's. Missing denies where the scope is own cases. */
  readonly assigned?: readonly string[];
  /** Members with a named, unexpired grant. */
  readonly granted?: readonly string[];
  /** The partner whose task shares the record's listed fields. */
  readonly partner?: string;
  /** Someone declared a conflict of interest: only D1 stays open. */
  readonly conflicted?: readonly string[];
}

const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** The house itself in one corporation: timers, imports and start-up, never a person. */
export function systemActor(corporation: string): Actor {
  return { corporation, member: SYSTEM, profile: 'system', roles: [], classes: classesOf('system') };
}

/** Deny by default; forbid beats permit; a missing attribute denies. */
export function decide(actor: Actor, action: Action, record: Subject): boolean {
  if (!actor.corporation || actor.corporation !== record.corporation) return false;
  if (record.class !== 'D1' && record.conflicted?.includes(actor.member)) return false;
  const cell = matrix[actor.profile]?.[record.class];
  return cell !== undefined && hasRight(cell, action) && cell.scopes.every((scope) => inScope(scope, actor, record));
}

function hasRight(cell: Cell, action: Action): boolean {
  if (action === 'read') return cell.rights.includes('R');
  return cell.rights.includes(action === 'write' ? 'W' : 'A');
}

function inScope(scope: Scope, actor: Actor, record: Subject): boolean {
  switch (scope) {
    case 't':
      return inTeam(actor, record);
    case 'o':
      return isOwn(actor, record);
    case 'g':
      return record.granted?.includes(actor.member) ?? false;
    case 'k':
      return actor.partner !== undefined && actor.partner === record.partner;
    case 'i':
    case 'p':
    case 'x':
      return false;
  }
}

function inTeam(actor: Actor, record: Subject): boolean {
  if (record.team === undefined) return false;
  return record.team === null || (actor.teams?.includes(record.team) ?? false);
}

function isOwn(actor: Actor, record: Subject): boolean {
  if (record.assigned === undefined) return false;
  return record.assigned.length === 0 ? inTeam(actor, record) : record.assigned.includes(actor.member);
}
