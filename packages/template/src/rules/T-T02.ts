import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';

/** A template that others build on shows by at least one scenario what it is for; asked of base templates only. */
export const t02 = ({ raw }: Pick<Model, 'raw'>): Report[] =>
  Object.keys(mapIn(raw['tests'])).length === 0 ? [{ code: 'T-T02', path: [] }] : [];
