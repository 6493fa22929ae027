/** A sentence in every language of the house; the type refuses a missing one. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
export interface FindingWords {
  readonly severity: 'error' | 'warning';
  readonly title: Words;
  /** `{name}` and the like are filled in by `say`. */
  readonly sentence: Words;
}

/** The closed list of what the checker can answer, by code. */
export const findingWords = {
  'T-Y01': {
    severity: 'error',
    title: { nl: 'Niet te lezen als YAML', en: 'Cannot be read as YAML' },
    sentence: { nl: 'Dit bestand kan niet als YAML gelezen worden.', en: 'This file cannot be read as YAML.' },
  },
  'T-Y02': {
    severity: 'error',
    title: { nl: 'Sleutel staat er twee keer', en: 'Key twice' },
    sentence: { nl: 'De sleutel {name} staat er twee keer.', en: 'The key {name} stands here twice.' },
  },
  'T-Y03': {
    severity: 'error',
    title: { nl: 'Onbekende sleutel', en: 'Unknown key' },
    sentence: {
      nl: 'De sleutel {name} kent de taal hier niet.{hint}',
      en: 'The language has no key {name} here.{hint}',
    },
  },
  'T-Y04': {
    severity: 'error',
    title: { nl: 'Anker, alias, tag of samenvoegsleutel', en: 'Anchor, alias, tag or merge key' },
    sentence: {
      nl: 'Ankers, aliassen, tags en samenvoegsleutels zijn niet toegestaan.',
      en: 'Anchors, aliases, tags and merge keys are not allowed.',
    },
  },
  'T-Y05': {
    severity: 'error',
    title: { nl: 'Te groot, te diep of te veel sleutels', en: 'Too large, deep or many keys' },
    sentence: {
      nl: 'Dit bestand is te groot, te diep genest of heeft te veel sleutels.',
      en: 'This file is too large, nested too deeply or has too many keys.',
    },
  },
  'T-Y06': {
    severity: 'error',
    title: { nl: 'Waarde van de verkeerde soort', en: 'Value of the wrong kind' },
    sentence: { nl: '{name} moet {expected} zijn.', en: '{name} must be {expected}.' },
  },
  'T-Y07': {
    severity: 'error',
    title: { nl: 'Verplichte sleutel ontbreekt', en: 'Required key missing' },
    sentence: { nl: 'De sleutel {name} ontbreekt.', en: 'The key {name} is missing.' },
  },
  'T-Y08': {
    severity: 'error',
    title: { nl: 'Ongeldige naam', en: 'Id malformed' },
    sentence: { nl: '{name} is geen geldige naam.', en: '{name} is no valid id.' },
  },
  'T-Y09': {
    severity: 'error',
    title: { nl: 'Verboden sleutel', en: 'Forbidden key' },
    sentence: { nl: 'De sleutel {name} is verboden.', en: 'The key {name} is forbidden.' },
  },
  'T-Y12': {
    severity: 'error',
    title: { nl: 'Sleutels sluiten elkaar uit', en: 'Keys exclude each other' },
    sentence: { nl: 'Van {name} moet er precies één staan.', en: 'Exactly one of {name} must stand here.' },
  },
  'T-D01': {
    severity: 'error',
    title: { nl: 'Naam twee keer gebruikt', en: 'Id used twice' },
    sentence: { nl: '{name} is hier al de naam van iets anders.', en: '{name} already names something else here.' },
  },
  'T-D02': {
    severity: 'error',
    title: { nl: 'Noemt iets dat niet bestaat', en: 'Names something that does not exist' },
    sentence: { nl: '{name} bestaat hier niet.{hint}', en: '{name} does not exist here.{hint}' },
  },
  'T-D03': {
    severity: 'error',
    title: { nl: 'Onbekend veld', en: 'Unknown field' },
    sentence: { nl: 'Het veld {name} bestaat niet.{hint}', en: 'The field {name} does not exist.{hint}' },
  },
  'T-D04': {
    severity: 'warning',
    title: { nl: 'Veld wordt niet gebruikt', en: 'Field never used' },
    sentence: { nl: 'Het veld {name} wordt nergens gebruikt.', en: 'The field {name} is used nowhere.' },
  },
  'T-D05': {
    severity: 'warning',
    title: { nl: 'Niet gebruikt', en: 'Never used' },
    sentence: { nl: '{name} wordt nergens gebruikt.', en: '{name} is used nowhere.' },
  },
  'T-D06': {
    severity: 'error',
    title: { nl: 'Gebeurtenis die hier niet kan', en: 'Event that this kind cannot have' },
    sentence: { nl: 'De gebeurtenis {name} kan niet voorkomen.', en: 'The event {name} cannot happen.' },
  },
  'T-D07': {
    severity: 'error',
    title: { nl: 'Waarde buiten de grenzen', en: 'Value outside its bounds' },
    sentence: { nl: '{name} ligt buiten de grenzen van {field}.', en: '{name} lies outside the bounds of {field}.' },
  },
  'T-D09': {
    severity: 'error',
    title: { nl: 'Onbekende keuzewaarde', en: 'Enum value unknown' },
    sentence: { nl: '{name} is geen waarde van {field}.{hint}', en: '{name} is no value of {field}.{hint}' },
  },
  'T-D11': {
    severity: 'error',
    title: { nl: 'Gelezen, nergens geschreven', en: 'Read but written nowhere' },
    sentence: { nl: '{name} wordt gelezen, maar niets schrijft het.', en: '{name} is read, but nothing writes it.' },
  },
  'T-D14': {
    severity: 'error',
    title: { nl: 'Basis of versie niet gevonden', en: 'Base or version not found' },
    sentence: { nl: '{name} is niet gevonden.', en: '{name} was not found.' },
  },
  'T-D17': {
    severity: 'error',
    title: { nl: 'Project publiceert dit niet', en: 'Not published by the project' },
    sentence: {
      nl: 'Het project publiceert niets met de naam {name}.',
      en: 'The project publishes nothing under the name {name}.',
    },
  },
  'T-E01': {
    severity: 'error',
    title: { nl: 'Voorwaarde niet te lezen', en: 'Cannot be parsed' },
    sentence: { nl: 'Deze voorwaarde kan niet gelezen worden.', en: 'This condition cannot be parsed.' },
  },
  'T-E02': {
    severity: 'error',
    title: { nl: 'Onbekende naam', en: 'Unknown name' },
    sentence: { nl: '{name} is hier geen naam.{hint}', en: '{name} is no name here.{hint}' },
  },
  'T-E03': {
    severity: 'error',
    title: { nl: 'Verkeerd type', en: 'Wrong type' },
    sentence: { nl: '{name} heeft hier het verkeerde type.', en: '{name} has the wrong type here.' },
  },
  'T-E05': {
    severity: 'error',
    title: { nl: 'Veld dat voorwaarden niet mogen lezen', en: 'Field that conditions may not read' },
    sentence: { nl: 'Voorwaarden mogen {name} niet lezen.', en: 'Conditions may not read {name}.' },
  },
  'T-E08': {
    severity: 'error',
    title: { nl: 'Functie of teken niet in de taal', en: 'Function or operator not in the language' },
    sentence: { nl: '{name} hoort niet bij de taal.', en: '{name} is not in the language.' },
  },
  'T-E09': {
    severity: 'warning',
    title: { nl: 'Mogelijk onbekend in complete', en: 'May be unknown in complete' },
    sentence: {
      nl: '{name} kan onbekend zijn; dan eindigt dit nooit.',
      en: '{name} may be unknown; then this never ends.',
    },
  },
  'T-C01': {
    severity: 'error',
    title: { nl: 'Taak zonder einde in de tijd', en: 'Human task that nothing limits in time' },
    sentence: { nl: 'Niets begrenst de taak {name} in de tijd.', en: 'Nothing limits the task {name} in time.' },
  },
  'T-C02': {
    severity: 'error',
    title: { nl: 'Wettelijk zonder wettelijke lengte', en: 'Statutory without a length from law' },
    sentence: {
      nl: 'Een wettelijke termijn heeft een lengte uit law nodig.',
      en: 'A statutory term needs a length from law.',
    },
  },
  'T-C03': {
    severity: 'error',
    title: { nl: 'Werkdagen met iets anders dan dagen', en: 'Working days with anything but days' },
    sentence: {
      nl: 'Een termijn in werkdagen telt alleen dagen, niet {name}.',
      en: 'A term in working days counts days only, not {name}.',
    },
  },
  'T-C04': {
    severity: 'error',
    title: { nl: 'Uren en dagen door elkaar', en: 'Hours mixed with days' },
    sentence: { nl: '{name} mengt uren en dagen.', en: '{name} mixes hours with days.' },
  },
  'T-C05': {
    severity: 'error',
    title: { nl: 'Waarschuwt voor het begin', en: 'Warns before it starts' },
    sentence: {
      nl: 'De waarschuwing {name} valt voor het begin van de termijn.',
      en: 'The warning {name} lies before the start of the term.',
    },
  },
  'T-C07': {
    severity: 'error',
    title: { nl: 'Volgt een datum die niets schrijft', en: 'Follows a date that nothing writes' },
    sentence: {
      nl: 'De klok volgt {name}, maar niets schrijft die datum.',
      en: 'The clock follows {name}, but nothing writes that date.',
    },
  },
  'T-M01': {
    severity: 'error',
    title: { nl: 'Gat in de tabel', en: 'Gap in the table' },
    sentence: { nl: 'Voor {name} is er geen regel.', en: 'There is no row for {name}.' },
  },
  'T-M02': {
    severity: 'error',
    title: { nl: 'Regels overlappen', en: 'Rows overlap' },
    sentence: { nl: 'De regels {name} gelden allebei voor {field}.', en: 'The rows {name} both hold for {field}.' },
  },
  'T-M03': {
    severity: 'error',
    title: { nl: 'Regel wordt nooit geraakt', en: 'Row never hit' },
    sentence: { nl: 'De regel {name} wordt nooit geraakt.', en: 'The row {name} is never hit.' },
  },
  'T-M04': {
    severity: 'error',
    title: { nl: 'Cel past niet bij kolom', en: 'Cell does not fit its column' },
    sentence: { nl: 'De cel {name} past niet bij {field}.', en: 'The cell {name} does not fit {field}.' },
  },
  'T-M05': {
    severity: 'error',
    title: { nl: 'Verkeerd aantal cellen', en: 'Wrong number of cells' },
    sentence: {
      nl: 'De regel {name} heeft niet evenveel cellen als kolommen.',
      en: 'The row {name} has not as many cells as columns.',
    },
  },
  'T-M06': {
    severity: 'error',
    title: { nl: 'Veld is uitkomst van twee tabellen', en: 'Field is the output of two tables' },
    sentence: { nl: '{name} is de uitkomst van twee tabellen.', en: '{name} is the output of two tables.' },
  },
  'T-P01': {
    severity: 'error',
    title: { nl: 'Zonder doel', en: 'Without purpose' },
    sentence: { nl: '{name} heeft geen doel.', en: '{name} has no purpose.' },
  },
  'T-P02': {
    severity: 'error',
    title: { nl: 'Partner mag dit niet ontvangen', en: 'Partner may not receive this' },
    sentence: {
      nl: '{partner} mag {name} ({class}) voor {purpose} niet ontvangen.',
      en: '{partner} may not receive {name} ({class}) for {purpose}.',
    },
  },
  'T-P03': {
    severity: 'error',
    title: { nl: 'Toestemming zonder requires', en: 'Consent without requires' },
    sentence: { nl: 'Delen op toestemming heeft requires nodig.', en: 'Sharing on consent needs requires.' },
  },
  'T-P04': {
    severity: 'error',
    title: { nl: 'D5 of D6 zonder grond', en: 'D5 or D6 without ground' },
    sentence: { nl: '{name} is {class} en heeft een grond nodig.', en: '{name} is {class} and needs a ground.' },
  },
  'T-P07': {
    severity: 'error',
    title: { nl: 'Toestemming kan niet ingetrokken worden', en: 'Consent without a withdrawn value' },
    sentence: { nl: '{name} heeft geen waarde voor intrekken.', en: '{name} has no withdrawn value.' },
  },
  'T-P08': {
    severity: 'error',
    title: { nl: 'Publiceert meer dan D1', en: 'Publishes more than D1' },
    sentence: {
      nl: '{name} is {class} en mag niet gepubliceerd worden.',
      en: '{name} is {class} and may not be published.',
    },
  },
  'T-P09': {
    severity: 'error',
    title: { nl: 'Enquêteveld buiten zijn enquête', en: 'Survey field used outside its survey' },
    sentence: {
      nl: '{name} is een enquêteveld en mag hier niet staan.',
      en: '{name} is a survey field and may not stand here.',
    },
  },
  'T-P10': {
    severity: 'error',
    title: { nl: 'Toestemming zonder otherwise', en: 'Consent without otherwise' },
    sentence: { nl: 'Delen op toestemming heeft otherwise nodig.', en: 'Sharing on consent needs otherwise.' },
  },
  'T-L06': {
    severity: 'warning',
    title: { nl: 'Wettelijke waarde niet nagekeken', en: 'Legal value not reviewed' },
    sentence: {
      nl: 'De wettelijke waarde {name} is nog niet nagekeken.',
      en: 'The legal value {name} has not been reviewed.',
    },
  },
  'T-W01': {
    severity: 'error',
    title: { nl: 'Taal ontbreekt', en: 'Language missing' },
    sentence: { nl: 'De tekst in {name} ontbreekt.', en: 'The text in {name} is missing.' },
  },
  'T-W02': {
    severity: 'error',
    title: { nl: 'Titel ontbreekt', en: 'Title missing' },
    sentence: { nl: 'De tekst {name} ontbreekt.', en: 'The text {name} is missing.' },
  },
  'T-W06': {
    severity: 'warning',
    title: { nl: 'Zin moeilijk te lezen', en: 'Sentence hard to read' },
    sentence: {
      nl: 'Deze zin heeft {name} woorden; 25 is genoeg.',
      en: 'This sentence has {name} words; 25 are enough.',
    },
  },
  'T-S05': {
    severity: 'error',
    title: { nl: 'Escalatie eindigt alleen door ouderdom', en: 'Escalation that can only end by age' },
    sentence: {
      nl: 'De escalatie {name} kan alleen door ouderdom eindigen: niets erin schrijft {field}.',
      en: 'The escalation {name} can only end by age: nothing inside it writes {field}.',
    },
  },
  'T-S06': {
    severity: 'error',
    title: { nl: 'Houdt tegen en niemand hoort exhausted', en: 'Holds something and nobody hears exhausted' },
    sentence: {
      nl: '{name} houdt iets tegen, maar niets luistert naar {name}.exhausted.',
      en: '{name} holds something, but nothing hears {name}.exhausted.',
    },
  },
  'T-S09': {
    severity: 'error',
    title: { nl: 'Alleen vrije taken en geen complete', en: 'Only discretionary children and no complete' },
    sentence: {
      nl: 'De fase {name} heeft alleen vrije taken en geen complete.',
      en: 'The stage {name} has only discretionary children and no complete.',
    },
  },
  'T-S11': {
    severity: 'warning',
    title: { nl: 'Gaat verder na de eerste keer', en: 'Goes on after the first of several' },
    sentence: {
      nl: '{name} gebeurt elke keer; bedoelt u pas na de laatste?',
      en: '{name} happens each time; do you mean only after the last?',
    },
  },
} as const satisfies Record<string, FindingWords>;

export type FindingCode = keyof typeof findingWords;
