import { describe, expect, test } from '@jest/globals';
import { household, type Household } from './household.js';
import { met } from './phrases.js';
import { given, story, then, when } from './story.js';

const asked = (share: Record<string, string>): Household =>
  met(household(), { 'signals.domains': ['health'], ...share });
const withTeam = (one: Household): Household =>
  one.escalation('careHealth').does('discuss', { 'help.partner': 'team' });

describe('help', () => {
  test(
    'is offered to the partner the tenant chose, and its outcome is looked back on',
    story(
      given('a tenant who wants help with health and shares with the neighbourhood team', () =>
        asked({ 'share.team': 'yes' }),
      ),
      when('they discuss it', (one) => withTeam(one).partner('team', 'accept')),
      when('the first talk was held', (one) =>
        one.escalation('careHealth').partner('team', 'done', { 'intake.on': '2026-01-05' }),
      ),
      when('they look back', (one) => one.escalation('careHealth').does('review', { 'help.result': 'started' })),
      then('the referral is closed', (one) => expect(one.open).toEqual([])),
    ),
  );

  test(
    'stops the moment consent is withdrawn, also while the journey is paused',
    story(
      given('a partner who accepted', () => {
        const one = asked({ 'share.team': 'yes' });
        withTeam(one).partner('team', 'accept');
        return one.pauses('holiday');
      }),
      when('the tenant withdraws consent', (one) => one.withdraws('share.team')),
      then('the partner sees no more, and advice is asked without a name', (one) => {
        const care = one.escalation('careHealth');
        expect(care.outcome('team')).toBe('revoked');
        expect(care.dossier.sent.at(-1)).toMatchObject({ type: 'closeOffer', reason: 'revoked' });
        expect(care.active).toEqual(['advice']);
      }),
    ),
  );

  test(
    'goes to another partner when the first declines',
    story(
      given('a tenant who shares with both', () => asked({ 'share.team': 'yes', 'share.welfare': 'yes' })),
      when('the neighbourhood team declines', (one) => withTeam(one).partner('team', 'decline')),
      then('they choose together', (one) => expect(one.escalation('careHealth').active).toEqual(['choose'])),
      when('they choose social work', (one) =>
        one.escalation('careHealth').does('choose', { 'help.goOn': 'again', 'help.partner': 'welfare' }),
      ),
      then('social work is asked', (one) => expect(one.escalation('careHealth').active).toEqual(['welfare'])),
    ),
  );

  test(
    'is never shared without consent',
    story(
      given('a tenant who was not asked', () => asked({})),
      when('help is discussed', withTeam),
      then('nothing leaves the house', (one) => {
        const care = one.escalation('careHealth');
        expect([care.outcome('team'), care.active, care.dossier.sent]).toEqual(['withheld', ['advice'], []]);
      }),
    ),
  );

  test(
    'for two subjects is two referrals, each with its own readers',
    story(
      given('a tenant who wants help with health', () => asked({})),
      when('money turns out to be a worry too', (one) =>
        one.starts('signal').does('signal', { 'signals.domains': ['health', 'finance'] }),
      ),
      then('both run', (one) => expect(one.open).toEqual(['careHealth', 'careFinance'])),
    ),
  );
});
