import type { Finding } from './answer.js';

type Repair = NonNullable<Finding['repair']>;
const say = (nl: string, en: string): Repair => ({ nl, en, edits: [] });

/** What to do about a code, where the compiler has no edit of its own. */
const REPAIRS: { readonly [code: string]: Repair } = {
  'T-Y01': say('Herstel de YAML op deze plaats.', 'Repair the YAML at this place.'),
  'T-Y02': say('Haal een van de twee sleutels weg.', 'Remove one of the two keys.'),
  'T-Y03': say('Verbeter of verwijder deze sleutel.', 'Correct or remove this key.'),
  'T-Y04': say(
    'Schrijf de inhoud voluit, zonder anker, alias of tag.',
    'Write the content out, without anchor, alias or tag.',
  ),
  'T-Y05': say('Maak het bestand kleiner of minder diep.', 'Make the file smaller or less deep.'),
  'T-Y06': say('Geef hier een waarde van de verwachte soort.', 'Give a value of the expected kind here.'),
  'T-Y07': say('Voeg de ontbrekende sleutel toe.', 'Add the missing key.'),
  'T-Y08': say(
    'Begin met een kleine letter; gebruik letters en cijfers.',
    'Start with a small letter; use letters and digits.',
  ),
  'T-Y09': say('Kies een andere naam.', 'Choose another name.'),
};
const LOOK = say('Kijk naar de plaats die de melding noemt.', 'Look at the place that the finding names.');

export const repairFor = (code: string): Repair => REPAIRS[code] ?? LOOK;
