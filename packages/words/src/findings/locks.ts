import type { FindingWords } from '../words.js';

export const locks = {
  'T-L01': {
    severity: 'error',
    title: { nl: 'Verandert iets dat vaststaat', en: 'Changes something locked' },
    sentence: { nl: '{name} staat vast in de basis.', en: '{name} is locked in the base.' },
    repair: { nl: 'Haal deze verandering weg.', en: 'Remove this change.' },
  },
  'T-L02': {
    severity: 'error',
    title: { nl: 'Param buiten zijn grenzen', en: 'Param outside its bounds' },
    sentence: { nl: '{name} ligt buiten de grenzen {field}.', en: '{name} lies outside the bounds {field}.' },
    repair: {
      nl: 'Kies een waarde binnen de grenzen van de basis.',
      en: 'Choose a value within the bounds of the base.',
    },
  },
  'T-L03': {
    severity: 'error',
    title: { nl: 'Wettelijke lengte veranderd', en: 'Statutory length changed' },
    sentence: {
      nl: 'De wettelijke termijn van {name} mag niet veranderen.',
      en: 'The statutory term of {name} may not change.',
    },
    repair: { nl: 'Haal deze verandering weg.', en: 'Remove this change.' },
  },
  'T-L04': {
    severity: 'error',
    title: { nl: 'Gevoeligheid verlaagd', en: 'Sensitivity lowered' },
    sentence: { nl: 'De gevoeligheid van {name} mag niet omlaag.', en: 'The sensitivity of {name} may not go down.' },
    repair: {
      nl: 'Laat de klasse van de basis staan, of kies een hogere.',
      en: 'Keep the class of the base, or choose a higher one.',
    },
  },
  'T-L05': {
    severity: 'error',
    title: { nl: 'Haalt iets weg dat vaststaat', en: 'Removes something locked' },
    sentence: { nl: '{name} staat vast en mag niet weg.', en: '{name} is locked and may not be removed.' },
    repair: { nl: 'Haal deze regel weg.', en: 'Remove this line.' },
  },
  'T-L06': {
    severity: 'warning',
    title: { nl: 'Wettelijke waarde niet nagekeken', en: 'Legal value not reviewed' },
    sentence: {
      nl: 'De wettelijke waarde {name} is nog niet nagekeken.',
      en: 'The legal value {name} has not been reviewed.',
    },
    repair: {
      nl: 'Laat een jurist haar nakijken en zet dat in het wettenbestand.',
      en: 'Have a lawyer review it and record that in the law file.',
    },
  },
} as const satisfies Record<string, FindingWords>;
