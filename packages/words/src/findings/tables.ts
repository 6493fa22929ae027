import type { FindingWords } from '../words.js';

export const tables = {
  'T-M01': {
    severity: 'error',
    title: { nl: 'Gat in de tabel', en: 'Gap, with the missing row' },
    sentence: { nl: 'Geen regel past op {name}.', en: 'No row fits {name}.' },
    repair: { nl: 'Voeg een regel toe met when: [{name}].', en: 'Add a row with when: [{name}].' },
  },
  'T-M02': {
    severity: 'error',
    title: { nl: 'Regels overlappen', en: 'Overlap with different results' },
    sentence: { nl: 'De regels {name} passen allebei op {field}.', en: 'The rows {name} both fit {field}.' },
    repair: {
      nl: 'Maak een van beide smaller, of kies hitPolicy FIRST.',
      en: 'Make one of them narrower, or choose hitPolicy FIRST.',
    },
  },
  'T-M03': {
    severity: 'error',
    title: { nl: 'Regel wordt nooit geraakt', en: 'Row never hit' },
    sentence: { nl: 'De regel {name} wordt nooit geraakt.{hint}', en: 'The row {name} is never hit.{hint}' },
    repair: { nl: 'Haal de regel weg, of zet hem eerder.', en: 'Remove the row, or put it earlier.' },
  },
  'T-M04': {
    severity: 'error',
    title: { nl: 'Cel past niet bij kolom', en: 'Cell does not fit its column' },
    sentence: { nl: 'De cel {name} past niet bij {field}.{hint}', en: 'The cell {name} does not fit {field}.{hint}' },
    repair: { nl: 'Schrijf een waarde of test van de kolom.', en: 'Write a value or test of the column.' },
  },
  'T-M05': {
    severity: 'error',
    title: { nl: 'Verkeerd aantal cellen', en: 'Wrong number of cells' },
    sentence: {
      nl: 'De regel {name} heeft niet evenveel cellen als kolommen.',
      en: 'The row {name} has not as many cells as columns.',
    },
    repair: { nl: 'Geef elke kolom één cel; - past op alles.', en: 'Give every column one cell; - fits everything.' },
  },
  'T-M06': {
    severity: 'error',
    title: { nl: 'Veld is uitkomst van twee tabellen', en: 'Field is the output of two tables' },
    sentence: {
      nl: '{name} is al de uitkomst van een andere tabel.',
      en: '{name} is already the output of another table.',
    },
    repair: { nl: 'Laat één tabel het veld schrijven.', en: 'Let one table write the field.' },
  },
} as const satisfies Record<string, FindingWords>;
