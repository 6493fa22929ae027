import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

const MAX_STAGES = 4;

/** Stages stand at most four deep; the fifth is too much. */
export function y05(model: Model): Report[] {
  const hint = {
    nl: `: hoogstens ${MAX_STAGES} fasen in elkaar`,
    en: `: at most ${MAX_STAGES} stages inside each other`,
  };
  return model.scopes
    .flatMap(({ items }) => items)
    .filter(({ kind, around }) => kind === 'stage' && around.length === MAX_STAGES)
    .map(({ path }) => ({ code: 'T-Y05', path, params: { hint } }));
}
