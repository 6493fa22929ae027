/**
 * Writes nachtegaal.csv: the fictional complex De Nachtegaal, 174 dwellings on 6 staircases.
 * Run: node config/demo/make-nachtegaal.mjs [seed]. The same seed gives the same bytes; nobody in it exists:
 * names and numbers are drawn at random, addresses end in `.example`.
 */
import { writeFileSync } from 'node:fs';

const seed = Number(process.argv[2] ?? 1);
const SURNAMES = (
  'Bakker,Jansen,de Vries,van den Berg,Visser,Smit,Meijer,Mulder,de Boer,Bos,Vos,Peters,Hendriks,van Leeuwen,Dekker,' +
  'Brouwer,de Wit,Dijkstra,Kaya,Yılmaz,Demir,Çelik,Öztürk,El Idrissi,Benali,Amrani,Ait Said,Nowak,Kowalska,' +
  'Haile,Tesfay,Ramdin,Jagroep,Martina,Rosalia,van der Meer,Kuipers,Postma,Veenstra,Groen,Shevchenko,Nguyễn,Haddad'
).split(',');
const LANGUAGES = [['nl', 70], ['tr', 9], ['ar', 8], ['en', 5], ['pl', 4], ['ti', 2], ['uk', 2]];
const PREFIXES = ['van den', 'van der', 'van', 'de'];
const HEADINGS =
  'complexnr;eenheidnr;straat;huisnummer;toevoeging;postcode;plaats;trap;etage;contractnr;ingangsdatum;einddatum;' +
  'relatienr;rol;voorletters;tussenvoegsel;achternaam;telefoon;email;taal';

/** Mulberry32: a number in [0, 1) from 32 bits of state. */
function randomFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(seed);
const pick = (list) => list[Math.floor(random() * list.length)];
const letter = () => pick('ABCDEFGHIJKLMNPRSTVWYZ'.split(''));
const padded = (number, width) => String(number).padStart(width, '0');
let relation = 40_000;

function weighted(choices) {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  return choices.find(([, weight]) => (left -= weight) < 0)[0];
}

function person(role, language) {
  const name = pick(SURNAMES);
  const prefix = PREFIXES.find((word) => name.startsWith(`${word} `)) ?? '';
  const surname = prefix === '' ? name : name.slice(prefix.length + 1);
  const initials = `${letter()}.${random() < 0.4 ? `${letter()}.` : ''}`;
  const phone = random() < 0.9 ? `06-9999${padded(Math.floor(random() * 10_000), 4)}` : '';
  relation += 1;
  const email = random() < 0.7 ? `bewoner${relation}@nachtegaal.example` : '';
  return [padded(relation, 8), role, initials, prefix, surname, phone, email, language];
}

function day() {
  return `${padded(1 + Math.floor(random() * 28), 2)}-${padded(1 + Math.floor(random() * 12), 2)}-${1984 + Math.floor(random() * 41)}`;
}

/** The persons of one dwelling, a line each; two thirds live with a second adult. */
function dwelling(staircase, floor, number) {
  const unit = padded(7_100_000 + number, 9);
  const postcode = `1099 N${'ABCDEF'[staircase - 1]}`;
  const lease = `HC-${padded(20_000 + number, 6)}`;
  const home = ['0417', unit, 'Nachtegaallaan', 2 * number - 1, '', postcode, 'Waterdam', `T${staircase}`, floor, lease, day(), ''];
  const language = weighted(LANGUAGES);
  const people = [person('huurder', language)];
  if (random() < 0.45) people.push(person('medehuurder', language));
  if (random() < 0.2) people.push(person('bewoner', language));
  return people.map((one) => [...home, ...one].join(';'));
}

const lines = [HEADINGS];
let number = 0;
for (let staircase = 1; staircase <= 6; staircase += 1) {
  for (let floor = 0; floor <= 9; floor += 1) {
    const doors = floor === 0 ? 2 : 3;
    for (let door = 0; door < doors; door += 1) lines.push(...dwelling(staircase, floor, (number += 1)));
  }
}
writeFileSync(new URL('nachtegaal.csv', import.meta.url), `${lines.join('\r\n')}\r\n`);
