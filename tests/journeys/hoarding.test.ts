import { describe, expect, test } from '@jest/globals';
import { household, type Household } from './household.js';
import { metAndSurveyed, leaves } from './phrases.js';
import { given, story, then, when } from './story.js';

const full = (): Household => metAndSurveyed(household(), { 'signals.clutter': 6 });
/** Looked with two, permission given, everything listed with photos and brought to storage. */
const listed = (home: Household): Household =>
  home
    .does('look', { 'home.clutter': 6 })
    .does('askPermission', { 'permission.clear': 'yes' })
    .does('inventory', { 'inventory.boxes': 40 })
    .does('handIn', { 'custody.handedOn': home.town.now.slice(0, 10) });

describe('the over-full home', () => {
  test(
    'room is made, belongings are kept, put back and signed for',
    story(
      given('a home too full to work in', full),
      then('the works wait for it', (one) => expect(one.open).toEqual(['hoarding'])),
      when('the tenant permits it and everything is listed', (one) => listed(one.escalation('hoarding'))),
      when('the cleaner makes room', (one) => one.escalation('hoarding').partner('cleaning', 'done')),
      when('the household leaves and the works are done', (one) => leaves(one).does('weekly', { 'works.done': true })),
      when('thirty days in storage were reason to call', (one) => one.escalation('hoarding').does('callAboutStorage')),
      then('the belongings may come back', (one) => {
        expect(one.escalation('hoarding').active).toEqual(['bewaren', 'putBack', 'storage', 'terugzetten']);
      }),
      when('they are put back and the tenant signs', (one) =>
        one
          .escalation('hoarding')
          .partner('putBack', 'done')
          .does('backCheck', { 'back.boxes': 40, 'back.complete': true, 'back.signature': 'signed' }),
      ),
      then('storage ends, and somebody looks again', (one) => {
        expect(one.escalation('hoarding').outcome('storage')).toBe('done');
        expect(one.escalation('hoarding').active).toEqual(['daarna', 'lookAgain']);
      }),
      when('the home is livable', (one) => one.escalation('hoarding').does('lookAgain', { 'home.clutter': 2 })),
      then('the journey knows', (one) => {
        expect(one.open).toEqual([]);
        expect(one.fact('signals.clutter')).toBe(2);
      }),
    ),
  );

  test(
    'the works do not start before there is room, and start at once when there is',
    story(
      given('a home too full to work in', full),
      when('the household has left', (one) => leaves(one)),
      then('the works are held', (one) => expect(one.state('werkzaamheden')).toBe('available')),
      when('room is made', (one) => listed(one.escalation('hoarding')).partner('cleaning', 'done')),
      then('the works start', (one) => expect(one.active).toContain('werkzaamheden')),
    ),
  );

  test(
    'permission withdrawn while belongings are in storage ends the clearing, not the keeping',
    story(
      given('belongings in storage and a cleaner at work', () => listed(full().escalation('hoarding'))),
      when('the tenant takes the permission back', (home) => home.withdraws('permission.clear')),
      then('the cleaner stops, the belongings stay safe, and room is made together', (home) => {
        expect(home.outcome('cleaning')).toBe('revoked');
        expect(home.active).toEqual(expect.arrayContaining(['storage', 'together']));
      }),
    ),
  );

  test(
    'something is missing at the put-back',
    story(
      given('a home without works, whose parent case ended', () => {
        const one = full();
        const home = listed(one.escalation('hoarding')).partner('cleaning', 'done');
        one.starts('lifeEvent').does('lifeEvent', { 'change.kind': 'movesOut' });
        return home.partner('putBack', 'done');
      }),
      when('two pieces are not there', (home) =>
        home.does('backCheck', { 'back.boxes': 38, 'back.complete': false, 'back.signature': 'signed' }),
      ),
      then('somebody finds out', (home) => expect(home.active).toContain('missing')),
    ),
  );

  test(
    'at De Heuvelrug the same signal takes another path',
    story(
      given('the same home at De Heuvelrug', () =>
        metAndSurveyed(household({}, { slug: 'heuvelrug' }), { 'signals.clutter': 6 }),
      ),
      then('family and neighbours are asked, and no cleaner', (one) => {
        expect(one.open).toEqual(['overFullHome']);
        expect(one.escalation('overFullHome').active).toEqual(['askHelp']);
      }),
      when('they clear up together', (one) => one.escalation('overFullHome').does('askHelp').does('clearUp')),
      when('there is room', (one) => one.escalation('overFullHome').does('lookAgain', { 'signals.clutter': 2 })),
      then('the journey goes on', (one) => expect([one.open, one.fact('signals.clutter')]).toEqual([[], 2])),
    ),
  );
});
