import { decide, type Action, type Class } from '@thuisreis/policy';
import type { Session } from './session.js';

/** Whether the asker's profile opens a class at all; which rows of it, row security has decided already. */
export const opens = ({ actor }: Session, action: Action, what: Class): boolean =>
  decide(actor, action, { corporation: actor.corporation, class: what, team: null, assigned: [] });
