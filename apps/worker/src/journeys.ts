/** The stored start of a journey: everything a retry needs to start the very same case. */
import type { PastEvent, Template } from '@thuisreis/engine';
import type { CaseStart } from '@thuisreis/workflows';

/** The `event` of a command named `startCase`. */
export interface StoredStart {
  readonly start: CaseStart;
  readonly kind: Template['kind'];
  readonly project: string | null;
  readonly household: string | null;
  readonly team?: string | null;
}

/** A household's journey that begins now on the given template, after the past it is taken over with. */
export function journeyOf(
  template: Template,
  place: {
    readonly corporation: string;
    readonly project: string;
    readonly team: string | null;
    readonly timeScale: number | null;
  },
  household: string,
  id: string,
  now: string,
  history: readonly PastEvent[],
): StoredStart {
  const { name, version, hash, kind } = template;
  const scale = place.timeScale === null ? {} : { timeScale: place.timeScale };
  const origin = { calendar: Object.keys(template.calendars)[0] ?? '', ...scale };
  const start = {
    corporation: place.corporation,
    case: id,
    template: { name, version, hash },
    facts: {},
    history,
    now,
    origin,
  };
  return { start, kind, project: place.project, household, team: place.team };
}
