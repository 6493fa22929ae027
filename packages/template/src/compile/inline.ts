import type { Decision, Form, Item, Letter, Sentry } from '@thuisreis/engine';
import type { Raw } from '../check/raw.js';
import type { Handover } from './escalations.js';
import { factKinds, readIn } from './facts.js';
import { formsOf } from './forms.js';
import { itemsOf, type Params } from './items.js';
import { sentries } from './parts.js';
import { decisionsOf } from './tables.js';

/** A plan with all that its own tasks name; an inline escalation has one of its own inside its parent's template. */
export interface Plan {
  readonly items: readonly Item[];
  readonly forms: Readonly<Record<string, Form>>;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly letters: Readonly<Record<string, Letter>>;
  readonly ends: { readonly complete: readonly Sentry[] | undefined; readonly exit: readonly Sentry[] | undefined };
}

const picked = <T>(all: Readonly<Record<string, T>>, ids: readonly (string | undefined)[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));

/** The plan of an inline escalation; forms, tables and letters it does not write itself are its parent's. */
export function inlinePlan(raw: Raw, parent: Plan, params: Params): Plan {
  const items = [...itemsOf(raw, { params })];
  const named = <T>(all: Readonly<Record<string, T>>, key: 'form' | 'decision' | 'letter') =>
    picked(
      all,
      items.map((item) => item[key]),
    );
  return {
    items,
    forms: named({ ...parent.forms, ...formsOf(raw['forms']) }, 'form'),
    decisions: named({ ...parent.decisions, ...decisionsOf(raw['decisions']) }, 'decision'),
    letters: named(parent.letters, 'letter'),
    ends: { complete: sentries(raw['complete']), exit: sentries(raw['exit']) },
  };
}

const entriesOf = ({ forms }: Plan) =>
  Object.values(forms).flatMap(({ pages, wave }) => (wave ? [] : pages.flatMap(({ fields }) => fields)));

/** Every field that conditions, clocks, shares, letters and read-only entries of the plan look at. */
export function readBy(plan: Plan): Set<string> {
  const found = readIn(plan, factKinds);
  for (const { share } of plan.items) for (const path of share ?? []) found.add(path);
  for (const { field, readOnly } of entriesOf(plan)) if (readOnly) found.add(field);
  for (const { fields } of Object.values(plan.letters)) for (const path of fields) found.add(path);
  return found;
}
/** Every field that forms, tables and connectors of the plan write. */
export function writtenBy(plan: Plan): Set<string> {
  const found = new Set<string>();
  for (const { field, readOnly } of entriesOf(plan)) if (!readOnly) found.add(field);
  for (const { outputs } of Object.values(plan.decisions)) for (const path of outputs) found.add(path);
  for (const { out } of plan.items) for (const path of Object.keys(out ?? {})) found.add(path);
  return found;
}
/** Every field of the plan's forms, survey forms too. */
export const askedBy = ({ forms }: Plan): string[] =>
  Object.values(forms).flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ field }) => field)));

/** What is handed to an inline escalation and what it gives back, where the author leaves it to us. */
export function inferredHandover(plan: Plan, known: (path: string) => boolean): Handover {
  const sorted = (paths: ReadonlySet<string>): string[] => [...paths].filter(known).sort();
  return {
    in: Object.fromEntries(sorted(readBy(plan)).map((path) => [path, ['fact', path]])),
    out: Object.fromEntries(sorted(writtenBy(plan)).map((path) => [path, path])),
  };
}
