import { describe, expect, it } from '@jest/globals';
import { CLASSES, PROFILES, classesOf, decide, matrix, systemActor, type Actor, type Subject } from './index.js';

const actor = (profile: Actor['profile']): Actor => ({
  corporation: 'waterkant',
  member: 'm',
  profile,
  roles: [],
  classes: classesOf(profile),
  partner: 'p',
  teams: ['t'],
});
const open: Omit<Subject, 'class'> = {
  corporation: 'waterkant',
  team: 't',
  assigned: ['m'],
  granted: ['m'],
  partner: 'p',
};

describe('decide', () => {
  it('says no to every cell that the matrix leaves out, and to every cell in another corporation', () => {
    for (const profile of PROFILES)
      for (const one of CLASSES) {
        const cell = matrix[profile][one];
        const shut = cell === undefined || cell.scopes.some((scope) => 'ipx'.includes(scope));
        expect(decide(actor(profile), 'read', { ...open, class: one })).toBe(!shut && cell.rights.includes('R'));
        expect(decide(actor(profile), 'read', { ...open, corporation: 'heuvelrug', class: one })).toBe(false);
      }
  });
  it('never widens when an attribute is missing', () => {
    for (const profile of PROFILES)
      for (const one of CLASSES)
        for (const gone of ['team', 'assigned', 'granted', 'partner'] as const) {
          const { [gone]: _gone, ...less } = { ...open, class: one };
          const before = decide(actor(profile), 'read', { ...open, class: one });
          expect(before || !decide(actor(profile), 'read', less)).toBe(true);
        }
  });
  it('shuts everything but addresses for a conflict of interest', () => {
    const conflicted = { ...open, conflicted: ['m'] };
    expect(decide(actor('caseManager'), 'read', { ...conflicted, class: 'D2' })).toBe(false);
    expect(decide(actor('caseManager'), 'read', { ...conflicted, class: 'D1' })).toBe(true);
  });
  it('gives administrators no household data and partners no rows', () => {
    expect(classesOf('administrator')).toEqual(['D0']);
    expect(classesOf('partnerMember')).toEqual([]);
    expect(systemActor('waterkant').classes).toContain('D5');
  });
});
