import { lacking } from '../check/may-lack.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

const keys = new Set(['required', 'requires', 'needs', 'period']);

/** Where unknown would stop everything without a word, the author says what happens then. */
export const d10 = (model: Model): Report[] =>
  lacking(
    model,
    'T-D10',
    ({ key, sentry }) => keys.has(key) || (key === 'if' && (sentry === 'entry' || sentry === 'exit')),
  );
