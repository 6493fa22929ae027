/** A step looks only at what it has touched. Looking at everything, every time, must give the same. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tellOthers } from './aftermath.js';
import { type Draft, openDraft } from './draft.js';
import { settle } from './settle.js';
import { apply, step } from './step.js';
import { accepted } from './testing/small.js';
import { templates } from './testing/templates.js';
import { type Walked, steps, walk } from './testing/walks.js';

/** The step with nothing left out: all is touched before it begins. */
function whole({ template, before, event, now }: Walked, touch: (draft: Draft) => void): Draft {
  const draft = openDraft(template, before, now);
  touch(draft);
  apply(draft, event);
  settle(draft);
  tellOthers(draft, before);
  return draft;
}
const agree = (touch: (draft: Draft) => void): void =>
  fc.assert(
    fc.property(templates, steps, (template, picks) => {
      walk(template, picks, (walked) => {
        const done = accepted(step(template, walked.before, walked.event, walked.now));
        if (walked.event.type === 'undo') return done.state;
        const { effects, log, ...draft } = whole(walked, touch);
        const { revision: _revision, before: _before, ...state } = done.state;
        expect([log, effects]).toEqual([done.log, done.effects.map(({ key: _key, ...effect }) => effect)]);
        expect(JSON.parse(JSON.stringify({ ...draft.state, revision: 0 }))).toEqual({ ...state, revision: 0 });
        return done.state;
      });
    }),
    { numRuns: 200 },
  );

test('looking at everything gives the same step', () => agree((draft) => draft.touchAll()), 120_000);
test('unless what is touched is forgotten', () => {
  const deaf = (draft: Draft): void => {
    draft.touchEach = () => undefined;
  };
  fc.configureGlobal({ endOnFailure: true });
  expect(() => agree(deaf)).toThrow();
  fc.configureGlobal({});
}, 120_000);
