import type { Template } from '@thuisreis/engine';
import { listIn, mapIn, textIn, type Raw } from '../check/raw.js';
import { begun } from './begun.js';
import { departureFrom } from './expected.js';
import type { Departure, Playing } from './playing.js';
import { verbs } from './steps.js';

/** Plays one scenario of `tests:` on the engine; where it first goes another way, or nothing when it goes as written. */
export function playScenario(template: Template, scenario: Raw): Departure | undefined {
  const playing = begun(template, mapIn(scenario['given']));
  if (typeof playing === 'string') return refusedAt(['given'], playing);
  for (const [index, written] of listIn(scenario['steps']).entries()) {
    const departure = playStep(playing, mapIn(written));
    if (departure) return { ...departure, path: ['steps', index, ...departure.path] };
  }
  return undefined;
}

function playStep(playing: Playing, written: Raw): Departure | undefined {
  if (written['expect'] !== undefined) {
    const departure = departureFrom(playing, mapIn(written['expect']));
    return departure && { ...departure, path: ['expect', ...departure.path] };
  }
  const verb = Object.keys(verbs).find((one) => written[one] !== undefined);
  if (verb === undefined) return { path: [], reason: { nl: 'hier gebeurt niets', en: 'nothing happens here' } };
  const code = verbs[verb]!(playing, written[verb], written);
  const wanted = textIn(written['refused']);
  if (code === wanted) return undefined;
  if (code !== undefined) return refusedAt([verb], code);
  return {
    path: ['refused'],
    reason: {
      nl: `de stap is aanvaard en niet geweigerd met ${wanted}`,
      en: `the step was accepted, not refused ${wanted}`,
    },
  };
}

const refusedAt = (path: Departure['path'], code: string): Departure => ({
  path,
  reason: { nl: `de stap is geweigerd met ${code}`, en: `the step was refused ${code}` },
});
