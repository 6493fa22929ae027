import type { FindingWords } from '../words.js';

export const tests = {
  'T-T01': {
    severity: 'error',
    title: { nl: 'Scenario loopt anders', en: 'Scenario departs, with the step' },
    sentence: { nl: 'Het scenario {name} loopt anders: {field}.', en: 'The scenario {name} departs: {field}.' },
    repair: { nl: 'Verbeter het sjabloon, of het scenario.', en: 'Correct the template, or the scenario.' },
  },
  'T-T02': {
    severity: 'error',
    title: { nl: 'Basissjabloon zonder scenario', en: 'Base template without a scenario' },
    sentence: { nl: 'Dit basissjabloon heeft geen scenario.', en: 'This base template has no scenario.' },
    repair: { nl: 'Schrijf onder tests minstens één scenario.', en: 'Write at least one scenario below tests.' },
  },
} as const satisfies Record<string, FindingWords>;
