/** Stretches of a journey that several stories begin with. */
import type { Household } from './household.js';

/** From registering to the warm survey: contact, the talk at the kitchen table, a walk through the home. */
export const metAndSurveyed = (one: Household, survey = {}): Household => met(one).does('warmSurvey', survey);
export const met = (one: Household, talk = {}): Household =>
  one
    .does('check')
    .does('attempt', { 'contact.reached': 'reached' })
    .does('talk', { 'household.members': 2, ...talk });
export const readsProposal = (one: Household): Household => one.hears('proposalFinal').letter('proposal', 'delivered');
export const agrees = (one: Household): Household => one.does('ask', { 'consent.tenant': 'agreed' });
export const planned = { 'stay.mode': 'guest', 'stay.leaveOn': '2026-03-02', 'stay.returnOn': '2026-03-23' };

/** Agreed, quorum reached, dwelling confirmed, and gone to the guest dwelling on the day that was promised. */
export const leaves = (one: Household): Household =>
  agrees(readsProposal(one))
    .hears('quorumReached')
    .does('plan', planned)
    .dwelling('guest', 'confirmed')
    .does('useAgreement', { 'stay.agreement': 'signed' })
    .waits(40)
    .letter('dateLetter')
    .waits(20)
    .does('reminder')
    .does('keysOut');
