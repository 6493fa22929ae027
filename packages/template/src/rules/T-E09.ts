import { lacking } from '../check/may-lack.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A stage that waits for an answer that may stay away does not end. */
export const e09 = (model: Model): Report[] =>
  lacking(model, 'T-E09', ({ key, sentry }) => key === 'if' && sentry === 'complete');
