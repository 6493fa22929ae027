import { describe, expect, test } from '@jest/globals';
import { household, type Household } from './household.js';
import { agrees, leaves, metAndSurveyed, planned, readsProposal } from './phrases.js';
import { given, story, then, when } from './story.js';
import { Town } from './town.js';

describe('consent and quorum', () => {
  const agreesAfterQuorum = (): Household => agrees(readsProposal(metAndSurveyed(household())).hears('quorumReached'));
  const quorumAfterAgreeing = (): Household =>
    agrees(readsProposal(metAndSurveyed(household()))).hears('quorumReached');
  const bothBefore = (): Household => {
    const town = new Town();
    town.publish(['proposalFinal', 'quorumReached']);
    return metAndSurveyed(household({ 'consent.tenant': 'agreed' }, { town }));
  };

  test('whoever agrees after the quorum, before it, or before the journey began, stands at the same place', () => {
    const [after, before, early] = [agreesAfterQuorum(), quorumAfterAgreeing(), bothBefore()];
    expect(after.active).toEqual(['plan', 'verhuizen']);
    expect(after.standing).toEqual(before.standing);
    expect(early.standing).toEqual(before.standing);
  });

  test(
    'a couple agrees only together',
    story(
      given('a tenant who agreed while the co-tenant is still open', () =>
        readsProposal(metAndSurveyed(household({ 'consent.coTenant': 'open' }))).does('ask', {
          'consent.tenant': 'agreed',
        }),
      ),
      then('they have not agreed yet', (one) => expect(one.state('agreed')).toBe('available')),
      when('the co-tenant agrees a week later', (one) => one.waits(8).does('ask', { 'consent.coTenant': 'agreed' })),
      then('they have', (one) => expect(one.state('agreed')).toBe('completed')),
    ),
  );

  test(
    'refuses, is heard, and agrees after all',
    story(
      given('a tenant who read the proposal', () => readsProposal(metAndSurveyed(household()))),
      when('the tenant refuses', (one) => one.does('ask', { 'consent.tenant': 'refused' })),
      then('nobody goes on as if nothing happened', (one) => {
        expect(one.open).toEqual(['refusal']);
        expect(one.active).toContain('instemmen');
      }),
      when('someone asks what is behind it, and another one talks again', (one) =>
        one
          .escalation('refusal')
          .does('explore', { 'refusal.family': 'unwilling', 'refusal.reason': 'nuisance' })
          .does('secondTalk', {})
          .does('offer', { 'consent.tenant': 'agreed' }),
      ),
      then('the consent reaches the journey', (one) => {
        expect(one.fact('consent.tenant')).toBe('agreed');
        expect([one.open, one.state('instemmen')]).toEqual([[], 'completed']);
      }),
    ),
  );

  test(
    'the second talk is held by somebody else',
    story(
      given('a refusal that Sanne explored', () => {
        const one = readsProposal(metAndSurveyed(household())).does('ask', { 'consent.tenant': 'refused' });
        return one.escalation('refusal').does('explore', { 'refusal.family': 'unwilling' }, { by: 'sanne' });
      }),
      then('Sanne may not hold the second talk', (one) =>
        expect(one.refuses({ type: 'submit', item: 'secondTalk', values: {}, by: 'sanne' })).toBe('notBy'),
      ),
    ),
  );

  test('resistance and inability are two paths', () => {
    const refused = (family: string): Household =>
      readsProposal(metAndSurveyed(household()))
        .does('ask', { 'consent.tenant': 'refused' })
        .escalation('refusal')
        .does('explore', { 'refusal.family': family });
    expect(refused('unwilling').active).toEqual(['secondTalk', 'weerstand']);
    expect(refused('unable').active).toEqual(['helpPlan', 'onvermogen']);
  });
});

describe('silence', () => {
  const missed = { 'contact.reached': 'notReached' };
  const fourTimes = (one: Household): Household =>
    one.does('attempt', missed).waits(4).does('attempt', missed).waits(4).does('attempt', missed).waits(4);

  test(
    'four times no answer, and then others try',
    story(
      given('a household that never answers', () => fourTimes(household().does('check'))),
      then('the fourth attempt is open', (one) => expect(one.key('attempt')).toBe('attempt#4')),
      when('that fails too', (one) => one.does('attempt', missed)),
      then('the announcement waits for those who try in another way', (one) => {
        expect(one.open).toEqual(['noContact']);
        expect(one.state('aankondigen')).toBe('active');
      }),
      when('somebody opens in the evening', (one) =>
        one.escalation('noContact').does('otherTimes', { 'contact.reached': 'reached' }),
      ),
      then('the talk can be held', (one) => expect(one.active).toContain('talk')),
    ),
  );

  test(
    'who stays silent for eight weeks after the notice is bound',
    story(
      given('a tenant who does not answer the proposal', () => readsProposal(metAndSurveyed(household()))),
      when('the quorum is reached', (one) => one.hears('quorumReached')),
      when('the notice is delivered', (one) => one.letter('notice', 'delivered')),
      when('55 days pass', (one) => one.waits(55)),
      then('nothing binds yet', (one) => expect(one.state('boundBySilence')).toBe('available')),
      when('the eight weeks are over', (one) => one.waits(2)),
      then('the tenant is bound and the move is prepared', (one) => {
        expect(one.state('boundBySilence')).toBe('completed');
        expect(one.active).toContain('verhuizen');
      }),
    ),
  );

  test(
    'a pause does not stop the eight weeks, but what follows waits',
    story(
      given('a tenant whose eight weeks run', () =>
        readsProposal(metAndSurveyed(household())).hears('quorumReached').letter('notice', 'delivered'),
      ),
      when('the journey is paused because of illness, for nine weeks', (one) =>
        one.waits(10).pauses('illness').waits(63),
      ),
      then('the term has run out, and nobody was pushed on', (one) => {
        expect(one.state('eightWeeks')).toBe('completed');
        expect(one.state('verhuizen')).toBe('available');
      }),
      when('the journey goes on', (one) => one.resumes()),
      then('the tenant is bound', (one) => expect(one.active).toContain('verhuizen')),
    ),
  );
});

describe('away and home again', () => {
  test(
    'a guest dwelling is found at the second try and kept until the keys are back',
    story(
      given('a household that agreed', () => agrees(readsProposal(metAndSurveyed(household()))).hears('quorumReached')),
      when('a stay in a guest dwelling is planned', (one) => one.does('plan', planned)),
      when('nothing fits', (one) => one.dwelling('guest', 'unavailable')),
      then('it is tried again three days later', (one) => expect(one.state('guest')).toBe('available')),
      when('a dwelling is confirmed then', (one) => one.waits(4).dwelling('guest', 'confirmed')),
      when('the agreement is signed and the date comes', (one) =>
        one
          .does('useAgreement', { 'stay.agreement': 'signed' })
          .waits(30)
          .letter('dateLetter')
          .waits(20)
          .does('reminder'),
      ),
      when('they leave, the works are done and they are home', (one) =>
        one
          .does('keysOut')
          .waits(20)
          .does('weekly', { 'works.done': true, 'stay.returnOn': '2026-03-20' })
          .does('inspection')
          .does('delivery')
          .does('keysBack'),
      ),
      then('the dwelling is free for others, and aftercare has begun', (one) => {
        expect(one.dossier.sent.map(({ type }) => type)).toContain('release');
        expect(one.active).toContain('nazorg');
      }),
    ),
  );

  test(
    'works that run late move the return, and a guest dwelling that cannot stay is planned again',
    story(
      given('a household in a guest dwelling', () => leaves(metAndSurveyed(household()))),
      when('the return moves by two weeks', (one) => one.does('weekly', { 'stay.returnOn': '2026-04-06' })),
      then('the house rebooks', (one) => expect(one.dossier.sent.at(-1)?.type).toBe('rebook')),
      when('that fails', (one) => one.dwelling('guest', 'conflict')),
      then('the planner is asked', (one) => expect(one.active).toContain('rebook')),
    ),
  );

  test(
    'who moves for good gets the statutory amount and skips the works',
    story(
      given('a household that agreed', () => agrees(readsProposal(metAndSurveyed(household()))).hears('quorumReached')),
      when('it moves for good', (one) => one.does('plan', { ...planned, 'stay.mode': 'permanent' })),
      then('the contribution is the amount of the law', (one) => {
        expect(one.fact('money.contribution')).toBe('statutory');
        expect(one.fact('money.amount')).toBe(742_800);
      }),
      when('the new home is ready and they leave', (one) =>
        one.does('newHome').waits(30).letter('dateLetter').waits(26).does('reminder').does('keysOut'),
      ),
      then('aftercare begins without works', (one) => {
        expect(one.active).toContain('nazorg');
        expect(one.state('werkzaamheden')).toBe('available');
      }),
    ),
  );
});
