import { d03 } from '../rules/T-D03.js';
import { d09 } from '../rules/T-D09.js';
import { d02 } from '../rules/T-D02.js';
import { e01 } from '../rules/T-E01.js';
import { e02 } from '../rules/T-E02.js';
import { e03 } from '../rules/T-E03.js';
import { e04 } from '../rules/T-E04.js';
import { e05 } from '../rules/T-E05.js';
import { e06 } from '../rules/T-E06.js';
import { e08 } from '../rules/T-E08.js';
import { p09 } from '../rules/T-P09.js';
import type { Model } from './model.js';
import type { Report } from './report.js';
import { talliesIn } from './tallies.js';

const rules = [d02, d03, d09, e01, e02, e03, e04, e05, e06, e08, p09];

/** A tally's `where` is a condition of the template it counts, and judged with that template's names. */
export const inTallies = (model: Model): Report[] =>
  talliesIn(model).flatMap(({ counted, condition }) => {
    const seenFrom: Model = { ...counted, conditions: [condition] };
    return rules.flatMap((rule) => rule(seenFrom).filter(({ path }) => path === condition.path));
  });
