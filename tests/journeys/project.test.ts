import { describe, expect, test } from '@jest/globals';
import { Household, household } from './household.js';
import { agrees, metAndSurveyed } from './phrases.js';
import { templateOf } from './templates.js';
import { Town } from './town.js';

/** A project of so many households, all visited and surveyed, whose proposal is final. */
function complex(size: number): { project: Household; households: Household[] } {
  const town = new Town();
  const project = new Household(town, town.begin(templateOf('waterkant', 'project')));
  const households = Array.from({ length: size }, () => metAndSurveyed(household({}, { town })));
  project.does('approach').does('covenant').does('committee').does('together').does('pilotDwelling');
  project.does('askAdvice').does('advised', { 'advice.answer': 'positive' }).does('finalProposal').does('scope');
  for (const one of households) one.letter('proposal', 'delivered');
  return { project, households };
}

describe('a complex and its quorum', () => {
  test('seven of ten carry the plan: everybody who agreed prepares, the others get their notice', () => {
    const { project, households } = complex(10);
    households.slice(0, 6).forEach(agrees);
    expect(project.state('quorumReached')).toBe('available');
    expect(households[0]!.state('verhuizen')).toBe('available');
    agrees(households[6]!);
    expect(project.state('quorumReached')).toBe('completed');
    expect(households.slice(0, 7).map((one) => one.state('verhuizen'))).toEqual(Array(7).fill('active'));
    expect(households.slice(7).map((one) => one.state('notice'))).toEqual(Array(3).fill('active'));
  });

  test('122 of 174 and 82 of 116, in whole numbers', () => {
    const needed = (eligible: number): number => {
      const town = new Town();
      const project = new Household(town, town.begin(templateOf('waterkant', 'project')));
      const counts = (tally: string, count: number, number: number) =>
        project.sends({ type: 'tally', tally, count, number });
      counts('eligible', eligible, 1);
      let agreed = 0;
      while (project.state('quorumReached') !== 'completed') counts('agreed', ++agreed, agreed);
      return agreed;
    };
    expect([10, 116, 174, 280].map(needed)).toEqual([7, 82, 122, 196]);
  });

  test('who counts is somebody else than who countersigns', () => {
    const { project, households } = complex(10);
    households.slice(0, 7).forEach(agrees);
    expect(project.refuses({ type: 'submit', item: 'countersign', values: {}, by: 'scope' })).toBe('notBy');
    expect(project.does('countersign').state('draagvlak')).toBe('completed');
  });

  test('fewer than ten dwellings have no quorum: the project decides, and those who agreed go on', () => {
    const { project, households } = complex(4);
    households.forEach(agrees);
    expect(project.state('quorumReached')).toBe('available');
    project.starts('goOn').does('goOn', { 'decision.goOn': 'start' });
    expect(households.map((one) => one.state('verhuizen'))).toEqual(Array(4).fill('active'));
  });

  test('the project stops: everybody at home has a closing talk, and what was learned is kept', () => {
    const { project, households } = complex(3);
    project.starts('stop').does('stop');
    expect(households.map((one) => one.active)).toEqual(Array(3).fill(['afsluiten', 'closingTalk']));
    expect(project.active).toEqual(['evalueren', 'lessons']);
  });
});
