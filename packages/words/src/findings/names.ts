import type { FindingWords } from '../words.js';

export const names = {
  'T-D01': {
    severity: 'error',
    title: { nl: 'Naam twee keer gebruikt', en: 'Id used twice in a namespace' },
    sentence: { nl: '{name} is hier al de naam van iets anders.', en: '{name} already names something else here.' },
    repair: { nl: 'Geef een van de twee een andere naam.', en: 'Give one of the two another name.' },
  },
  'T-D02': {
    severity: 'error',
    title: { nl: 'Noemt iets dat niet bestaat', en: 'Names something that does not exist' },
    sentence: { nl: '{name} bestaat hier niet.{hint}', en: '{name} does not exist here.{hint}' },
    repair: { nl: 'Verbeter de naam, of maak {name} aan.', en: 'Correct the name, or add {name}.' },
  },
  'T-D03': {
    severity: 'error',
    title: { nl: 'Onbekend veld', en: 'Unknown field' },
    sentence: { nl: 'Het veld {name} bestaat niet.{hint}', en: 'The field {name} does not exist.{hint}' },
    repair: { nl: 'Verbeter de naam, of zet {name} onder data.', en: 'Correct the name, or add {name} below data.' },
  },
  'T-D04': {
    severity: 'warning',
    title: { nl: 'Veld wordt niet gebruikt', en: 'Field never used' },
    sentence: { nl: 'Het veld {name} wordt nergens gebruikt.', en: 'The field {name} is used nowhere.' },
    repair: {
      nl: 'Gebruik het veld, of haal het weg: wie niets vraagt, hoeft niets te bewaren.',
      en: 'Use the field, or remove it: what is not asked need not be kept.',
    },
  },
  'T-D05': {
    severity: 'warning',
    title: {
      nl: 'Formulier, tabel, brief of param wordt niet gebruikt',
      en: 'Form, table, letter or param never used',
    },
    sentence: { nl: '{name} wordt nergens gebruikt.', en: '{name} is used nowhere.' },
    repair: {
      nl: 'Gebruik {name} in een taak of voorwaarde, of haal het weg.',
      en: 'Use {name} in a task or condition, or remove it.',
    },
  },
  'T-D06': {
    severity: 'error',
    title: { nl: 'Gebeurtenis die hier niet kan', en: 'Event that this kind cannot have' },
    sentence: { nl: 'De gebeurtenis {name} kan niet voorkomen.{hint}', en: 'The event {name} cannot happen.{hint}' },
    repair: {
      nl: 'Noem een gebeurtenis die kan, of geef de bron een klok of repeat.',
      en: 'Name an event that can happen, or give its source a clock or a repeat.',
    },
  },
  'T-D07': {
    severity: 'error',
    title: { nl: 'Waarde buiten de grenzen', en: 'Default or value outside its bounds' },
    sentence: { nl: '{name} ligt buiten de grenzen {field}.', en: '{name} lies outside the bounds {field}.' },
    repair: {
      nl: 'Kies een waarde binnen de grenzen, of verruim ze.',
      en: 'Choose a value within the bounds, or widen them.',
    },
  },
  'T-D08': {
    severity: 'error',
    title: { nl: 'Escalaties in een kring of te diep', en: 'Cycle or depth > 3 of escalation templates' },
    sentence: {
      nl: 'Deze escalaties roepen elkaar te diep of in een kring aan: {name}.',
      en: 'These escalations call each other too deeply or in a circle: {name}.',
    },
    repair: { nl: 'Haal een schakel uit de keten.', en: 'Take a link out of the chain.' },
  },
  'T-D09': {
    severity: 'error',
    title: { nl: 'Onbekende keuzewaarde', en: 'Enum value unknown' },
    sentence: { nl: '{name} is geen waarde van {field}.{hint}', en: '{name} is no value of {field}.{hint}' },
    repair: { nl: 'Kies een van de waarden, of voeg {name} toe.', en: 'Choose one of the values, or add {name}.' },
  },
  'T-D10': {
    severity: 'error',
    title: { nl: 'Kan onbekend zijn waar het gelezen wordt', en: 'Field can be unknown where it is read' },
    sentence: {
      nl: '{name} kan onbekend zijn, en dan gebeurt hier niets.',
      en: '{name} can be unknown, and then nothing happens here.',
    },
    repair: {
      nl: 'Schrijf has({name}) && ervoor, geef het veld een default, of maak het verplicht.',
      en: 'Write has({name}) && before it, give the field a default, or make it mandatory.',
    },
  },
  'T-D11': {
    severity: 'error',
    title: { nl: 'Gelezen, nergens geschreven', en: 'Read but written nowhere' },
    sentence: { nl: '{name} wordt gelezen, maar niets schrijft het.', en: '{name} is read, but nothing writes it.' },
    repair: {
      nl: 'Vraag {name} in een formulier, of zet given: true als de import het vult.',
      en: 'Ask {name} in a form, or write given: true when the import fills it.',
    },
  },
  'T-D12': {
    severity: 'error',
    title: { nl: 'Twee schrijvers die elkaar uitsluiten', en: 'Two writers that exclude each other' },
    sentence: {
      nl: '{name} wordt al op een andere manier geschreven ({field}).',
      en: '{name} is already written in another way ({field}).',
    },
    repair: { nl: 'Laat één van beide het veld schrijven.', en: 'Let one of the two write the field.' },
  },
  'T-D13': {
    severity: 'error',
    title: { nl: 'Overlay verandert kind of type', en: 'Overlay changes kind or type' },
    sentence: {
      nl: 'De overlay verandert {name}; dat kan niet.',
      en: 'The overlay changes {name}; that is not possible.',
    },
    repair: {
      nl: 'Laat {name} zoals de basis het heeft, of maak iets nieuws.',
      en: 'Leave {name} as the base has it, or make something new.',
    },
  },
  'T-D14': {
    severity: 'error',
    title: { nl: 'Basis of versie niet gevonden', en: 'Base or version not found' },
    sentence: { nl: '{name} is niet gevonden.', en: '{name} was not found.' },
    repair: { nl: 'Noem een sjabloon en versie die er zijn.', en: 'Name a template and version that exist.' },
  },
  'T-D15': {
    severity: 'error',
    title: { nl: 'Weggehaalde naam wordt nog genoemd', en: 'Removed id still named' },
    sentence: {
      nl: '{name} is hier weggehaald, maar wordt nog genoemd.',
      en: '{name} is removed here, but still named.',
    },
    repair: {
      nl: 'Haal ook weg wat {name} noemt, of laat {name} staan.',
      en: 'Remove what names {name} as well, or keep {name}.',
    },
  },
  'T-D16': {
    severity: 'error',
    title: { nl: 'formerly botst', en: 'formerly collides' },
    sentence: {
      nl: 'De oude naam {name} is al van iets anders.',
      en: 'The former name {name} belongs to something else.',
    },
    repair: {
      nl: 'Noem bij formerly een naam die niemand meer heeft.',
      en: 'Name an id in formerly that nobody has any more.',
    },
  },
  'T-D17': {
    severity: 'error',
    title: { nl: 'Project publiceert dit niet', en: 'Nothing of the project is published under that name' },
    sentence: {
      nl: 'Het project publiceert niets met de naam {name}.{hint}',
      en: 'The project publishes nothing under the name {name}.{hint}',
    },
    repair: { nl: 'Noem iets uit publish van het project.', en: "Name something from the project's publish." },
  },
} as const satisfies Record<string, FindingWords>;
