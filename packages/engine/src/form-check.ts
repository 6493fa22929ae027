import { checkValues } from './check-form.js';
import { emptyState } from './begin.js';
import { itemOf, openDraft } from './draft.js';
import type { Facts, Refusal, Template, Values } from './types.js';

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const EPOCH = '1970-01-01T00:00:00.000Z';
/** Every refusal of a filled form, with what is already known of the case: bad values first, then missing answers. */
export function checkForm(template: Template, item: string, values: Values, facts: Facts = {}): readonly Refusal[] {
  if (!isMap(values) || !isMap(facts)) return [{ code: 'badValue', path: isMap(values) ? 'facts' : 'values' }];
  const state = { ...emptyState(template, EPOCH, { calendar: '' }), facts };
  const draft = openDraft(template, state, EPOCH);
  const form = draft.plan.byId.get(itemOf(item))?.of.form;
  return checkValues(draft.plan, form, values, draft, () => false);
}
