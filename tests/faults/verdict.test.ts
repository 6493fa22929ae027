import { describe, expect, it } from '@jest/globals';
import { judge, sentence } from './verdict.js';
import type { Evidence, JournalLine } from './verdict.js';

const at = (minute: number): string => `2026-01-05T09:${String(minute).padStart(2, '0')}:00.000Z`;
const line = (caseId: string, revision: number, item: string | null): JournalLine => ({
  caseId,
  revision,
  item,
  now: at(revision),
  updateId: item === null ? null : `id-${caseId}-${item}`,
  key: item === null ? null : `${caseId}-${item}`,
});
/** Two cases of three steps each, the middle one a timer, as a healthy house holds them. */
const healthy: Evidence = {
  acknowledged: ['a', 'b'].flatMap((caseId) => [
    { key: `${caseId}-talk`, caseId, item: 'talk', revision: 1 },
    { key: `${caseId}-survey`, caseId, item: 'survey', revision: 3 },
  ]),
  journal: ['a', 'b'].flatMap((id) => [line(id, 1, 'talk'), line(id, 2, null), line(id, 3, 'survey')]),
  cases: ['a', 'b'].map((caseId) => ({
    caseId,
    revision: 3,
    hash: 'f00d',
    parked: false,
    workflow: { revision: 3, hash: 'f00d' },
  })),
  sent: [{ effect: 'a:1:0' }, { effect: 'b:1:0' }],
};

const change = (parts: Partial<Evidence>): Evidence => ({ ...healthy, ...parts });
const firstCase = (parts: Partial<Evidence['cases'][number]>): Evidence['cases'] =>
  healthy.cases.map((one) => (one.caseId === 'a' ? { ...one, ...parts } : one));

describe('judge', () => {
  it('finds nothing in a healthy house', () => {
    expect(sentence(judge(healthy))).toBe('acknowledged 4, lost 0, doubled 0, divergent 0');
  });

  it.each<[string, Evidence, 'lost' | 'doubled' | 'divergent']>([
    [
      'asynchronous commit: the last acknowledged row is gone after the kill',
      change({
        journal: healthy.journal.filter((row) => !(row.caseId === 'a' && row.revision === 3)),
        cases: firstCase({ revision: 2 }),
      }),
      'lost',
    ],
    [
      'no key: a resend became a second act',
      change({
        journal: [...healthy.journal, { ...line('a', 4, 'survey'), updateId: 'other', key: 'other' }],
        cases: firstCase({ revision: 4, workflow: { revision: 4, hash: 'f00d' } }),
      }),
      'doubled',
    ],
    [
      'lost replica step: the journal has a gap',
      change({ journal: healthy.journal.filter((row) => !(row.caseId === 'a' && row.revision === 2)) }),
      'divergent',
    ],
    ['doubled effect: one letter sent twice', change({ sent: [...healthy.sent, { effect: 'a:1:0' }] }), 'doubled'],
    [
      'swapped revision: two steps stand in each other’s place',
      change({
        journal: healthy.journal.map((row) =>
          row.caseId === 'a' && row.revision !== 2 ? { ...row, revision: 4 - row.revision } : row,
        ),
      }),
      'divergent',
    ],
    [
      'a rule changed on one side: the hashes part and the case is parked',
      change({ cases: firstCase({ parked: true, workflow: { revision: 3, hash: 'beef' } }) }),
      'divergent',
    ],
  ])('notices %s', (_name, evidence, kind) => {
    const verdict = judge(evidence);
    console.log(sentence(verdict));
    expect(verdict[kind].length).toBeGreaterThan(0);
  });
});
