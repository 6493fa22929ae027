import { describe, expect, test } from '@jest/globals';
import { household, type Household } from './household.js';
import { agrees, leaves, metAndSurveyed, readsProposal } from './phrases.js';
import { given, story, then, when } from './story.js';

const happens =
  (kind: string) =>
  (one: Household): Household =>
    one.starts('lifeEvent').does('lifeEvent', { 'change.kind': kind });

describe('life goes on', () => {
  test(
    'the tenant dies in the guest dwelling, and the lease ends',
    story(
      given('a household in a guest dwelling with an open referral', () =>
        leaves(metAndSurveyed(household(), { 'signals.clutter': 5 })),
      ),
      when('the tenant dies', happens('death')),
      then('mail and appointments stop first', (one) => expect(one.escalation('death').active).toEqual(['quiet'])),
      when('the family is spoken with, and the lease ends', (one) =>
        one.escalation('death').does('quiet').does('speak', { 'heir.outcome': 'ends' }),
      ),
      then('the journey ends and the guest dwelling is free', (one) => {
        expect(one.hasEnded).toBe(true);
        expect(one.dossier.sent.map(({ type }) => type)).toContain('release');
      }),
      then('what was begun for the home is still put right', (one) => {
        expect(one.escalation('hoarding').hasEnded).toBe(false);
        expect(one.escalation('death').active).toEqual(['handBack']);
      }),
    ),
  );

  test(
    'a death holds the move, and the co-tenant goes on with it',
    story(
      given('a household that has not agreed yet', () => readsProposal(metAndSurveyed(household()))),
      when('the tenant dies', happens('death')),
      when('the quorum is reached and the co-tenant agrees', (one) => agrees(one).hears('quorumReached')),
      then('nobody prepares a move', (one) => expect(one.state('verhuizen')).toBe('available')),
      when('the co-tenant takes over the lease', (one) =>
        one.escalation('death').does('quiet').does('speak', { 'heir.outcome': 'coTenant' }),
      ),
      then('the move is prepared', (one) => expect(one.active).toContain('verhuizen')),
    ),
  );

  test(
    'the household moves out',
    story(
      given('a household that was surveyed', () => metAndSurveyed(household())),
      when('the lease ends', happens('movesOut')),
      then('so does the journey', (one) => expect(one.hasEnded).toBe(true)),
    ),
  );

  test(
    'the household splits up: one lease, one journey, two decisions',
    story(
      given('a couple whose tenant agreed', () =>
        agrees(readsProposal(metAndSurveyed(household({ 'consent.coTenant': 'open' })))),
      ),
      when('they separate', happens('separation')),
      when('the co-tenant refuses', (one) => one.does('separate', { 'consent.coTenant': 'refused' })),
      then('there is no agreement, and somebody asks why', (one) => {
        expect(one.state('agreed')).toBe('available');
        expect(one.open).toEqual(['refusal']);
      }),
      when('the co-tenant leaves the lease', (one) =>
        one
          .escalation('refusal')
          .does('explore', { 'refusal.family': 'unwilling', 'consent.tenant': 'agreed', 'consent.coTenant': 'none' }),
      ),
      then('the tenant has agreed', (one) => expect(one.state('agreed')).toBe('completed')),
    ),
  );

  test(
    'an urgent medical reason is arranged within two days, without saying which',
    story(
      given('a household that was surveyed', () => metAndSurveyed(household())),
      when('something urgent happens', happens('urgentMedical')),
      when('what is needed is recorded', (one) => one.does('priority', { 'household.stepFree': true })),
      then('only the need is known', (one) => expect(one.fact('household.stepFree')).toBe(true)),
    ),
  );

  test(
    'a talk is corrected afterwards, and what rests on it follows',
    story(
      given('a household taken for an owner-occupier', () =>
        metAndSurveyed(household({ 'dwelling.tenure': 'ownerOccupier' })),
      ),
      then('a talk with the owner is open', (one) => expect(one.active).toContain('ownerTalk')),
      when('it turns out to be a tenant', (one) => one.corrects({ 'dwelling.tenure': 'tenant' })),
      when('the proposal is final', readsProposal),
      then('the proposal reached them, and nothing that was done is undone', (one) => {
        expect(one.active).toEqual(expect.arrayContaining(['ask', 'ownerTalk']));
        expect(one.state('opnemen')).toBe('completed');
      }),
    ),
  );

  test(
    'the project stops: who is at home is told, who is away comes home',
    story(
      given('two households, one away and one at home', () => {
        const away = leaves(metAndSurveyed(household()));
        metAndSurveyed(household({}, { town: away.town }));
        return away;
      }),
      when('the project stops', (one) => one.hears('stopped')),
      then('the one at home has a closing talk', (one) => {
        const home = one.town.cases.at(-1)!;
        expect(home.state.items).toMatchObject({ verhuizen: 'terminated', afsluiten: 'active' });
      }),
      then('the one away goes on to the way home', (one) => expect(one.active).toContain('werkzaamheden')),
    ),
  );
});
