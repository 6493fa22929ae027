import { compileCalendar } from '../calendar.js';
import { compileTemplate } from '../compile/template.js';
import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { playScenario } from '../scenario/scenario.js';

/** Every scenario must go as it is written, on the engine that real cases run on. */
export function t01({ raw, law, corporation }: Model): Report[] {
  const scenarios = Object.entries(mapIn(raw['tests']));
  if (scenarios.length === 0) return [];
  const { zone, calendar: settings } = corporation;
  const calendar = compileCalendar({ zone, workingDays: settings.workingDays, closed: settings.closed }, law.holidays);
  const template = compileTemplate(raw, { law, calendar });
  return scenarios.flatMap(([name, scenario]): Report[] => {
    const departure = playScenario(template, mapIn(scenario));
    if (!departure) return [];
    const { path, reason } = departure;
    return [{ code: 'T-T01', path: ['tests', name, ...path], params: { name, field: stepped(path, reason) } }];
  });
}

/** "step 3: …"; what was given is no step. */
function stepped([part, index]: readonly (string | number)[], { nl, en }: { nl: string; en: string }) {
  return part === 'steps'
    ? { nl: `stap ${Number(index) + 1}: ${nl}`, en: `step ${Number(index) + 1}: ${en}` }
    : { nl, en };
}
