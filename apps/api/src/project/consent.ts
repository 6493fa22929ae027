import { explain, type State, type Template } from '@thuisreis/engine';
import type { ConsentCount } from './project.graphql.js';

const QUORUM = 'quorumReached';

/** A project's own case, as far as its counts are concerned. */
export interface ProjectCase {
  readonly state: State;
  readonly template: Template;
}

/**
 * What the count of consent stands at. Whether it is enough is asked of the project's own template: there is no second
 * formula for the quorum. Null when nothing is counted.
 */
export function consentOf(
  tallies: { readonly [tally: string]: number } | null,
  own: ProjectCase | undefined,
): ConsentCount | null {
  const { eligible, agreed = 0, refused = 0 } = tallies ?? {};
  if (eligible === undefined) return null;
  const open = Math.max(0, eligible - agreed - refused);
  const needed = own ? neededOf(own, eligible) : null;
  const reached = own?.state.items[QUORUM] === 'completed';
  return { agreed, refused, open, eligible, needed, reached };
}

/** The smallest number that agrees for which the milestone's condition is true; null when no number is enough. */
export function neededOf({ state, template }: ProjectCase, eligible: number): number | null {
  for (let agreed = 0; agreed <= eligible; agreed += 1) if (isEnough(template, state, eligible, agreed)) return agreed;
  return null;
}

function isEnough(template: Template, state: State, eligible: number, agreed: number): boolean {
  const facts = { ...state.facts, 'tally.eligible': eligible, 'tally.agreed': agreed };
  const asked: State = { ...state, facts, items: { ...state.items, [QUORUM]: 'available' } };
  const conditions = explain(template, asked, QUORUM).criteria.filter(({ criterion }) => criterion === 'condition');
  const sentries = new Set(conditions.map(({ sentry }) => sentry));
  return [...sentries].some((one) => conditions.every(({ sentry, value }) => sentry !== one || value === true));
}
