import type { FindingWords } from '../words.js';

export const text = {
  'T-Y01': {
    severity: 'error',
    title: { nl: 'Niet te lezen als YAML', en: 'Cannot be read as YAML' },
    sentence: { nl: 'Dit kan niet als YAML gelezen worden: {name}.', en: 'This cannot be read as YAML: {name}.' },
    repair: { nl: 'Herstel de YAML op deze plaats.', en: 'Repair the YAML at this place.' },
  },
  'T-Y02': {
    severity: 'error',
    title: { nl: 'Sleutel staat er twee keer', en: 'Key twice' },
    sentence: { nl: 'De sleutel {name} staat er twee keer.', en: 'The key {name} stands here twice.' },
    repair: { nl: 'Haal een van de twee weg.', en: 'Remove one of the two.' },
  },
  'T-Y03': {
    severity: 'error',
    title: { nl: 'Onbekende sleutel', en: 'Unknown key' },
    sentence: {
      nl: 'De taal kent de sleutel {name} hier niet.{hint}',
      en: 'The language has no key {name} here.{hint}',
    },
    repair: { nl: 'Verbeter de sleutel of haal hem weg.', en: 'Correct the key or remove it.' },
  },
  'T-Y04': {
    severity: 'error',
    title: { nl: 'Anker, alias, tag of samenvoegsleutel', en: 'Anchor, alias, tag or merge key' },
    sentence: {
      nl: 'Ankers, aliassen, tags en samenvoegsleutels mogen hier niet.',
      en: 'Anchors, aliases, tags and merge keys are not allowed here.',
    },
    repair: { nl: 'Schrijf de inhoud voluit.', en: 'Write the content out.' },
  },
  'T-Y05': {
    severity: 'error',
    title: { nl: 'Te groot, te diep of te veel sleutels', en: 'Too large, deep or many keys' },
    sentence: {
      nl: 'Dit is te groot, te diep genest of heeft te veel sleutels{hint}.',
      en: 'This is too large, nested too deeply or has too many keys{hint}.',
    },
    repair: { nl: 'Maak het kleiner of verdeel het.', en: 'Make it smaller or divide it.' },
  },
  'T-Y06': {
    severity: 'error',
    title: { nl: 'Waarde van de verkeerde soort', en: 'Value of the wrong kind' },
    sentence: { nl: '{name} moet {expected} zijn.', en: '{name} must be {expected}.' },
    repair: { nl: 'Geef een waarde van de juiste soort.', en: 'Give a value of the right kind.' },
  },
  'T-Y07': {
    severity: 'error',
    title: { nl: 'Verplichte sleutel ontbreekt', en: 'Required key missing' },
    sentence: { nl: 'De sleutel {name} ontbreekt.', en: 'The key {name} is missing.' },
    repair: { nl: 'Voeg {name} toe.', en: 'Add {name}.' },
  },
  'T-Y08': {
    severity: 'error',
    title: { nl: 'Ongeldige naam', en: 'Id malformed' },
    sentence: { nl: '{name} kan hier geen naam zijn.', en: '{name} cannot be an id here.' },
    repair: {
      nl: 'Begin met een kleine letter, gebruik daarna letters en cijfers, en geen woord dat de taal zelf gebruikt.',
      en: 'Start with a small letter, go on with letters and digits, and use no word of the language itself.',
    },
  },
  'T-Y09': {
    severity: 'error',
    title: { nl: 'Verboden sleutel', en: 'Forbidden key' },
    sentence: { nl: 'De sleutel {name} is verboden.', en: 'The key {name} is forbidden.' },
    repair: { nl: 'Kies een andere naam.', en: 'Choose another name.' },
  },
  'T-Y10': {
    severity: 'error',
    title: { nl: 'Keuzewaarde moet tussen aanhalingstekens', en: 'Enum value must be quoted' },
    sentence: {
      nl: 'Zet {name} tussen aanhalingstekens; zonder is het geen tekst.',
      en: 'Put {name} between quotes; without them it is no text.',
    },
    repair: { nl: "Schrijf '{name}'.", en: "Write '{name}'." },
  },
  'T-Y11': {
    severity: 'error',
    title: { nl: 'Voorwaarde moet tussen aanhalingstekens', en: 'Condition must be quoted' },
    sentence: {
      nl: 'Deze voorwaarde leest YAML anders dan bedoeld. Zet haar tussen aanhalingstekens.',
      en: 'YAML reads this condition in another way than meant. Put it between quotes.',
    },
    repair: { nl: 'Schrijf: {name}', en: 'Write: {name}' },
  },
  'T-Y12': {
    severity: 'error',
    title: { nl: 'Sleutels sluiten elkaar uit', en: 'Keys exclude each other, or exactly one of them' },
    sentence: { nl: 'Van {name} moet er precies één staan.', en: 'Exactly one of {name} must stand here.' },
    repair: { nl: 'Kies er één.', en: 'Choose one.' },
  },
} as const satisfies Record<string, FindingWords>;
