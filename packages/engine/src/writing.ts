/** How answers become facts: only what a condition may read, everything else as an opaque reference. */
import { fits, isDeclined, isReference } from './check-form.js';
import { type Draft, own } from './draft.js';
import type { Answer, Facts, Refusal, Values } from './types.js';

export function writeAnswers(draft: Draft, values: Values): void {
  for (const path of Object.keys(values)) writeAnswer(draft, path, values[path] as Answer);
}
function writeAnswer(draft: Draft, path: string, value: Answer): void {
  const field = own(draft.plan.template.fields, path);
  if (!field) return;
  if (value === null || isDeclined(value)) draft.setFact(path, undefined);
  else if (field.isFact || isReference(value)) draft.setFact(path, value as Exclude<Answer, null>);
  // Raw text never enters a state: without a reference of the desk's, one is made from the step.
  else draft.setFact(path, { answer: `${draft.state.revision + 1}/${path}` });
}
/** Facts of another case; only declared fields that fit are taken. */
export function writeFacts(draft: Draft, facts: Facts): void {
  for (const [path, value] of Object.entries(facts)) {
    const field = own(draft.plan.template.fields, path);
    if (field && fits(field, value)) writeAnswer(draft, path, value);
  }
}
export function refuseBad(draft: Draft, values: Values): readonly Refusal[] {
  return Object.entries(values).flatMap(([path, value]): readonly Refusal[] => {
    const field = own(draft.plan.template.fields, path);
    return field && fits(field, value) ? [] : [{ code: 'badValue', path }];
  });
}
