import type { FindingWords } from '../words.js';

export const clocks = {
  'T-C01': {
    severity: 'error',
    title: { nl: 'Taak zonder einde in de tijd', en: 'Human task that nothing limits in time' },
    sentence: { nl: 'Niets begrenst de taak {name} in de tijd.', en: 'Nothing limits the task {name} in time.' },
    repair: { nl: 'Geef de taak, of een fase eromheen, een due.', en: 'Give the task, or a stage around it, a due.' },
  },
  'T-C02': {
    severity: 'error',
    title: { nl: 'Wettelijk zonder wettelijke lengte', en: 'Statutory without a length from law' },
    sentence: {
      nl: 'Een wettelijke termijn heeft een lengte uit law nodig.',
      en: 'A statutory term needs a length from law.',
    },
    repair: { nl: 'Schrijf after: law.… of haal statutory weg.', en: 'Write after: law.… or remove statutory.' },
  },
  'T-C03': {
    severity: 'error',
    title: { nl: 'Werkdagen met iets anders dan dagen', en: 'Working days with anything but days' },
    sentence: {
      nl: 'Een termijn in werkdagen telt alleen dagen, niet {name}.',
      en: 'A term in working days counts days only, not {name}.',
    },
    repair: { nl: 'Schrijf de termijn in dagen, zoals P10D.', en: 'Write the term in days, like P10D.' },
  },
  'T-C04': {
    severity: 'error',
    title: { nl: 'Uren en dagen door elkaar', en: 'Hours mixed with days' },
    sentence: { nl: '{name} mengt uren en dagen.', en: '{name} mixes hours with days.' },
    repair: {
      nl: 'Schrijf alleen uren (PT36H) of alleen dagen (P2D).',
      en: 'Write hours only (PT36H) or days only (P2D).',
    },
  },
  'T-C05': {
    severity: 'error',
    title: { nl: 'Waarschuwt voor het begin', en: 'Warns before it starts' },
    sentence: {
      nl: 'De waarschuwing {name} valt voor het begin van de termijn {field}.',
      en: 'The warning {name} lies before the start of the term {field}.',
    },
    repair: { nl: 'Kies een kortere warn.', en: 'Choose a shorter warn.' },
  },
  'T-C06': {
    severity: 'warning',
    title: { nl: 'Kalender eindigt voor de termijn', en: 'Calendar ends before the deadline can fall' },
    sentence: {
      nl: 'De kalender reikt tien jaar; {name} is langer.',
      en: 'The calendar reaches ten years; {name} is longer.',
    },
    repair: { nl: 'Kies een kortere termijn, of herhaal een timer.', en: 'Choose a shorter term, or repeat a timer.' },
  },
  'T-C07': {
    severity: 'error',
    title: { nl: 'Volgt een datum die niets schrijft', en: 'Follows a date that nothing writes' },
    sentence: {
      nl: 'De klok volgt {name}, maar niets schrijft die datum.',
      en: 'The clock follows {name}, but nothing writes that date.',
    },
    repair: {
      nl: 'Vraag {name} in een formulier, of zet given: true als de import het vult.',
      en: 'Ask {name} in a form, or write given: true when the import fills it.',
    },
  },
} as const satisfies Record<string, FindingWords>;
