import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { Dice, isOpen, openIn, walk, workIn } from './people.js';
import { corporation, type Corporation } from './templates.js';
import { Town } from './town.js';

/** A case in which nobody can do anything, and which waits for no day, no project and no other case. */
function stuckIn(town: Town): string[] {
  return openIn(town).flatMap((one) => {
    const { deadlines, escalations, happened, items } = one.state;
    const waitsForTime = Object.values(deadlines).some(({ fired }) => !fired);
    const waitsForCase = Object.values(escalations).some(({ open }) => open) || one.parent !== undefined;
    const waitsForProject = one.template.kind === 'household' && happened['project.ended'] === undefined;
    if (workIn(one).length > 0 || waitsForTime || waitsForCase || waitsForProject) return [];
    return [`${one.template.name}: ${JSON.stringify(items)}`];
  });
}

describe.each<[Corporation, string]>([
  ['waterkant', 'renovation'],
  ['heuvelrug', 'renovation'],
])('at %s, %s', (slug, name) => {
  const template = corporation(slug)
    .templates.filter((one) => one.name === name)
    .at(-1)!;
  test('whatever people choose, a journey ends once its project has', () => {
    const rolls = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(rolls, fc.boolean(), (list, tenant) => {
        const town = new Town(slug);
        const dice = new Dice(list);
        const one = town.begin(template, { 'dwelling.tenure': tenant ? 'tenant' : 'ownerOccupier' });
        walk(town, dice, 12);
        town.publish(['proposalFinal']);
        walk(town, dice, 12);
        if (dice.pick([true, false])) town.publish(['quorumReached']);
        walk(town, dice, 60);
        town.publish([], {}, true);
        walk(town, dice, 120);
        for (let more = 0; more < 40 && isOpen(one); more += 1) {
          walk(town, dice, 20);
          town.wait(40);
        }
        expect(stuckIn(town)).toEqual([]);
        expect(one.state.ended && 'ended').toBe('ended');
      }),
      { numRuns: 8 },
    );
  });
});
