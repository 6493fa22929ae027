import type { FindingWords } from '../words.js';

export const words = {
  'T-W01': {
    severity: 'error',
    title: { nl: 'Taal ontbreekt', en: 'Language missing' },
    sentence: { nl: 'De tekst in {name} ontbreekt.', en: 'The text in {name} is missing.' },
    repair: { nl: 'Schrijf de tekst ook in {name}.', en: 'Write the text in {name} as well.' },
  },
  'T-W02': {
    severity: 'error',
    title: { nl: 'Titel ontbreekt', en: 'Title missing' },
    sentence: { nl: 'De tekst {name} ontbreekt.', en: 'The text {name} is missing.' },
    repair: { nl: 'Voeg {name} toe, in elke taal.', en: 'Add {name}, in every language.' },
  },
  'T-W03': {
    severity: 'error',
    title: { nl: 'Samenvoegveld bestaat niet', en: 'Merge field that does not exist' },
    sentence: {
      nl: 'De brief noemt {name}, en dat staat niet bij fields.{hint}',
      en: 'The letter names {name}, which is not in its fields.{hint}',
    },
    repair: {
      nl: 'Verbeter de naam in de brief, of zet het veld bij fields.',
      en: 'Correct the name in the letter, or add the field to fields.',
    },
  },
  'T-W04': {
    severity: 'error',
    title: { nl: 'Samenvoegveld kan leeg zijn', en: 'Merge field that may be empty' },
    sentence: { nl: '{name} kan leeg zijn in deze brief.', en: '{name} may be empty in this letter.' },
    repair: {
      nl: 'Maak het veld verplicht, geef het een default, of laat het uit de brief.',
      en: 'Make the field mandatory, give it a default, or leave it out of the letter.',
    },
  },
  'T-W05': {
    severity: 'error',
    title: { nl: 'Briefbestand ontbreekt', en: 'Letter file missing' },
    sentence: { nl: 'Het briefbestand {name} ontbreekt.', en: 'The letter file {name} is missing.' },
    repair: { nl: 'Maak het bestand aan, of verbeter file.', en: 'Make the file, or correct file.' },
  },
  'T-W06': {
    severity: 'warning',
    title: { nl: 'Zin moeilijk te lezen', en: 'Sentence hard to read' },
    sentence: {
      nl: 'Deze zin heeft {name} woorden; 25 is genoeg.',
      en: 'This sentence has {name} words; 25 are enough.',
    },
    repair: { nl: 'Maak er twee zinnen van.', en: 'Make two sentences of it.' },
  },
} as const satisfies Record<string, FindingWords>;
