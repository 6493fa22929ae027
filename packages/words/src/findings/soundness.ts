import type { FindingWords } from '../words.js';

export const soundness = {
  'T-S02': {
    severity: 'error',
    title: { nl: 'Dode taak', en: 'Dead task: can never start, or is always withheld' },
    sentence: { nl: '{name} kan nooit beginnen.{hint}', en: '{name} can never start.{hint}' },
    repair: {
      nl: 'Verander entry of requires, of haal {name} weg.',
      en: 'Change entry or requires, or remove {name}.',
    },
  },
  'T-S05': {
    severity: 'error',
    title: { nl: 'Escalatie eindigt alleen door ouderdom', en: 'Escalation that can only end by age' },
    sentence: {
      nl: 'De escalatie {name} kan alleen door ouderdom eindigen.{hint}',
      en: 'The escalation {name} can only end by age.{hint}',
    },
    repair: {
      nl: 'Laat iets in de escalatie schrijven waar complete op wacht.',
      en: 'Let something inside the escalation write what complete waits for.',
    },
  },
  'T-S06': {
    severity: 'error',
    title: { nl: 'Houdt tegen en niemand hoort exhausted', en: 'Holds something and nobody hears exhausted' },
    sentence: {
      nl: '{name} houdt iets tegen, maar niets luistert naar {name}.exhausted.',
      en: '{name} holds something, but nothing hears {name}.exhausted.',
    },
    repair: {
      nl: 'Laat een taak beginnen met on: {name}.exhausted.',
      en: 'Let a task start with on: {name}.exhausted.',
    },
  },
  'T-S07': {
    severity: 'error',
    title: { nl: 'Wacht op het project zonder einde', en: 'Waits for a project event without an end' },
    sentence: {
      nl: '{name} wacht op {field}, en niets beëindigt dat wachten.',
      en: '{name} waits for {field}, and nothing ends that wait.',
    },
    repair: {
      nl: 'Voeg exit: [{ on: project.ended }] toe, of een due met from.',
      en: 'Add exit: [{ on: project.ended }], or a due with from.',
    },
  },
  'T-S09': {
    severity: 'error',
    title: { nl: 'Alleen vrije taken en geen complete', en: 'Only discretionary children and no complete' },
    sentence: {
      nl: 'De fase {name} heeft alleen vrije taken en geen complete.',
      en: 'The stage {name} has only discretionary children and no complete.',
    },
    repair: { nl: 'Schrijf bij complete wanneer de fase klaar is.', en: 'Write in complete when the stage is done.' },
  },
  'T-S11': {
    severity: 'warning',
    title: { nl: 'Gaat verder na de eerste keer', en: 'Goes on after the first of several occurrences' },
    sentence: {
      nl: '{name} gebeurt elke keer; bedoelt u pas na de laatste?',
      en: '{name} happens each time; do you mean only after the last?',
    },
    repair: { nl: 'Voeg if toe met het antwoord waarop u wacht.', en: 'Add if with the answer you wait for.' },
  },
} as const satisfies Record<string, FindingWords>;
