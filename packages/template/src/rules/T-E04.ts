import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { misfits } from './T-E03.js';

/** Whole and decimal numbers are never compared or added: rounding must be visible. */
export const e04 = (model: Model): Report[] => misfits(model, 'T-E04');
