import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { textOf } from '../words/index.js';
import type { Answers } from './answers.js';
import type { DrawnField } from './form.js';
import { refusalWords } from './refusals.js';
import type { RefusalSeen } from './refusals.js';

/** Sentences in the order of the form; each names its field and the repair. */
export type FormErrors = readonly { readonly path: string; readonly sentence: string }[];
export const OUTCOME = 'outcome';
export const HAPPENED_ON = 'happenedOn';

const labelOf = (fields: readonly DrawnField[], path: string): string =>
  textOf(fields.find((field) => field.path === path)?.label, i18next.language, path);

/** What can be seen to be wrong without asking the server. */
export function wrongErrors(
  t: TFunction,
  fields: readonly DrawnField[],
  wrong: Answers['wrong'],
  beside: { readonly outcome: boolean; readonly day: boolean },
): FormErrors {
  const errors = wrong.map(({ path, code, limit }) => ({
    path,
    sentence: t(`error.${code}`, { field: labelOf(fields, path), limit }),
  }));
  return [
    ...errors,
    ...(beside.outcome ? [{ path: OUTCOME, sentence: t('error.missingOutcome') }] : []),
    ...(beside.day ? [{ path: HAPPENED_ON, sentence: t('error.date', { field: t('task.happenedOn') }) }] : []),
  ];
}

/** What the engine refused. */
export function refusalErrors(
  t: TFunction,
  fields: readonly DrawnField[],
  refusals: readonly RefusalSeen[],
): FormErrors {
  return refusals.map((refusal) => ({
    path: refusal.path ?? '',
    sentence: refusalWords(t, refusal, refusal.path ? labelOf(fields, refusal.path) : undefined),
  }));
}
