import type { FindingWords } from '../words.js';

export const privacy = {
  'T-P01': {
    severity: 'error',
    title: { nl: 'Veld of delen zonder doel', en: 'Field or share without purpose' },
    sentence: { nl: '{name} heeft geen doel.', en: '{name} has no purpose.' },
    repair: { nl: 'Noem bij purpose waarvoor dit nodig is.', en: 'Name in purpose what this is needed for.' },
  },
  'T-P02': {
    severity: 'error',
    title: { nl: 'Partner mag dit niet ontvangen', en: 'Partner may not receive that class for that purpose' },
    sentence: {
      nl: '{partner} mag {name} ({class}) voor {purpose} niet ontvangen.',
      en: '{partner} may not receive {name} ({class}) for {purpose}.',
    },
    repair: {
      nl: 'Haal {name} uit share, of spreek het met de partner af in corporation.yaml.',
      en: 'Take {name} out of share, or agree it with the partner in corporation.yaml.',
    },
  },
  'T-P03': {
    severity: 'error',
    title: { nl: 'Toestemming zonder requires', en: 'Ground consent without requires' },
    sentence: { nl: 'Delen op toestemming heeft requires nodig.', en: 'Sharing on consent needs requires.' },
    repair: {
      nl: 'Schrijf bij requires welk antwoord de toestemming is.',
      en: 'Write in requires which answer is the consent.',
    },
  },
  'T-P04': {
    severity: 'error',
    title: { nl: 'D5 of D6 zonder grond', en: 'D5 or D6 without ground' },
    sentence: { nl: '{name} is {class} en heeft een grond nodig.', en: '{name} is {class} and needs a ground.' },
    repair: { nl: 'Voeg ground toe, met de grond die u heeft.', en: 'Add ground, with the ground you have.' },
  },
  'T-P05': {
    severity: 'error',
    title: { nl: 'in of out verlaagt de gevoeligheid', en: 'in or out lowers sensitivity' },
    sentence: { nl: '{name} is {class}, maar {field} is lager.', en: '{name} is {class}, but {field} is lower.' },
    repair: {
      nl: 'Geef {field} minstens {class}, of geef {name} niet door.',
      en: 'Give {field} at least {class}, or do not hand over {name}.',
    },
  },
  'T-P06': {
    severity: 'error',
    title: { nl: 'Rol of partner krijgt te veel te zien', en: 'Role or partner gets a class its profile lacks' },
    sentence: {
      nl: '{partner} krijgt {name} ({class}) te zien, maar het profiel heeft die klasse niet.',
      en: '{partner} gets {name} ({class}), but its profile lacks that class.',
    },
    repair: {
      nl: 'Kies een andere rol of partner, of haal het veld weg.',
      en: 'Choose another role or partner, or take the field out.',
    },
  },
  'T-P07': {
    severity: 'error',
    title: { nl: 'Toestemming kan niet ingetrokken worden', en: 'Consent field without a withdrawn value' },
    sentence: { nl: '{name} heeft geen waarde voor intrekken.', en: '{name} has no withdrawn value.' },
    repair: {
      nl: 'Schrijf withdrawn: met de waarde die nee betekent.',
      en: 'Write withdrawn: with the value that means no.',
    },
  },
  'T-P08': {
    severity: 'error',
    title: { nl: 'Publiceert meer dan D1', en: 'Publishes more than D1' },
    sentence: {
      nl: '{name} is {class} en mag niet gepubliceerd worden.',
      en: '{name} is {class} and may not be published.',
    },
    repair: { nl: 'Haal {name} uit publish.', en: 'Take {name} out of publish.' },
  },
  'T-P09': {
    severity: 'error',
    title: { nl: 'Enquêteveld buiten zijn enquête', en: 'Survey field used outside its survey' },
    sentence: {
      nl: '{name} en een enquête horen hier niet bij elkaar.',
      en: '{name} and a survey do not belong together here.',
    },
    repair: {
      nl: 'Gebruik velden van D7 alleen in formulieren met wave, en andere velden nooit.',
      en: 'Use D7 fields in forms with wave only, and other fields never.',
    },
  },
  'T-P10': {
    severity: 'error',
    title: { nl: 'Toestemming zonder otherwise', en: 'Ground consent without otherwise' },
    sentence: { nl: 'Delen op toestemming heeft otherwise nodig.', en: 'Sharing on consent needs otherwise.' },
    repair: {
      nl: 'Schrijf otherwise: none, of de taak die dan volgt.',
      en: 'Write otherwise: none, or the task that follows then.',
    },
  },
} as const satisfies Record<string, FindingWords>;
