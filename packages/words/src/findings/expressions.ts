import type { FindingWords } from '../words.js';

export const expressions = {
  'T-E01': {
    severity: 'error',
    title: { nl: 'Voorwaarde niet te lezen', en: 'Cannot be parsed' },
    sentence: { nl: 'Deze voorwaarde kan niet gelezen worden.', en: 'This condition cannot be parsed.' },
    repair: {
      nl: 'Controleer haakjes, aanhalingstekens en tekens als == en &&.',
      en: 'Check brackets, quotes and signs like == and &&.',
    },
  },
  'T-E02': {
    severity: 'error',
    title: { nl: 'Onbekende naam', en: 'Unknown name' },
    sentence: { nl: '{name} is hier geen naam.{hint}', en: '{name} is no name here.{hint}' },
    repair: {
      nl: 'Gebruik een veld, of een naam na params, law, project, tally, outcome, count, milestone of date.',
      en: 'Use a field, or a name after params, law, project, tally, outcome, count, milestone or date.',
    },
  },
  'T-E03': {
    severity: 'error',
    title: { nl: 'Verkeerd type', en: 'Wrong type' },
    sentence: {
      nl: '{name}: hier past {expected}, dit is {field}.',
      en: '{name}: this place takes {expected}, this is {field}.',
    },
    repair: { nl: 'Vergelijk alleen waarden van hetzelfde type.', en: 'Compare values of the same type only.' },
  },
  'T-E04': {
    severity: 'error',
    title: { nl: 'Hele en decimale getallen door elkaar', en: 'Mixes whole and decimal numbers' },
    sentence: { nl: '{name} mengt hele en decimale getallen.', en: '{name} mixes whole and decimal numbers.' },
    repair: {
      nl: 'Schrijf beide als geheel getal (5) of beide met een punt (5.0).',
      en: 'Write both as whole numbers (5) or both with a point (5.0).',
    },
  },
  'T-E05': {
    severity: 'error',
    title: { nl: 'Veld dat voorwaarden niet mogen lezen', en: 'Field that conditions may not read' },
    sentence: { nl: 'Voorwaarden mogen {name} niet lezen.', en: 'Conditions may not read {name}.' },
    repair: { nl: 'Vraag wat u moet weten in een keuzeveld.', en: 'Ask what you need to know in an enum field.' },
  },
  'T-E06': {
    severity: 'error',
    title: { nl: 'Nooit waar', en: 'Never true' },
    sentence: { nl: 'Deze voorwaarde is nooit waar.', en: 'This condition is never true.' },
    repair: { nl: 'Verander de voorwaarde, of haal haar weg.', en: 'Change the condition, or remove it.' },
  },
  'T-E07': {
    severity: 'warning',
    title: { nl: 'Altijd waar', en: 'Always true' },
    sentence: { nl: 'Deze voorwaarde is altijd waar.', en: 'This condition is always true.' },
    repair: { nl: 'Haal de voorwaarde weg, of verander haar.', en: 'Remove the condition, or change it.' },
  },
  'T-E08': {
    severity: 'error',
    title: { nl: 'Functie of teken niet in de taal', en: 'Function or operator not in the language' },
    sentence: { nl: '{name} hoort niet bij de taal.', en: '{name} is not in the language.' },
    repair: {
      nl: 'Gebruik has, size, days, workdays en gewone vergelijkingen.',
      en: 'Use has, size, days, workdays and plain comparisons.',
    },
  },
  'T-E09': {
    severity: 'warning',
    title: { nl: 'Mogelijk onbekend in complete', en: 'May be unknown in complete' },
    sentence: {
      nl: '{name} kan onbekend zijn; dan eindigt dit niet.',
      en: '{name} may be unknown; then this does not end.',
    },
    repair: {
      nl: 'Geef het veld een default, of schrijf er has({name}) && voor en voeg een tweede einde toe.',
      en: 'Give the field a default, or write has({name}) && before it and add a second ending.',
    },
  },
} as const satisfies Record<string, FindingWords>;
