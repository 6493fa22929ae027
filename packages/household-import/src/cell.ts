import type { ErrorCode, PersonRow } from './row.js';

export type Checked<T> = { readonly value: T } | { readonly code: ErrorCode; readonly message: string };

const LANGUAGES: { readonly [word: string]: string } = {
  nederlands: 'nl',
  engels: 'en',
  turks: 'tr',
  arabisch: 'ar',
  pools: 'pl',
  oekraiens: 'uk',
  tigrinya: 'ti',
  frans: 'fr',
  spaans: 'es',
  duits: 'de',
  berbers: 'ber',
  somalisch: 'so',
  farsi: 'fa',
  papiaments: 'pap',
};
const ROLES: { readonly [word: string]: PersonRow['role'] } = {
  huurder: 'tenant',
  hoofdhuurder: 'tenant',
  medehuurder: 'coTenant',
  bewoner: 'occupant',
  '': 'tenant',
};

/** `dd-mm-yyyy` (also with `/` or `.`) or `yyyy-mm-dd` to `yyyy-mm-dd`; a day that does not exist is refused. */
export function readDay(text: string): Checked<string> {
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const [year, month, day] = dutch ? [dutch[3], dutch[2], dutch[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (exists(Number(year), Number(month), Number(day))) {
    return { value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
  }
  return { code: 'dateInvalid', message: 'Geen bestaande datum. Schrijf dd-mm-jjjj.' };
}

function exists(year: number, month: number, day: number): boolean {
  if (!(year >= 1900 && year <= 2200) || !(month >= 1 && month <= 12)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

export function readPostcode(text: string): Checked<string> {
  const match = /^([1-9]\d{3}) ?([A-Za-z]{2})$/u.exec(text);
  if (match) return { value: `${match[1]} ${match[2]?.toUpperCase()}` };
  return { code: 'postcodeInvalid', message: 'Geen postcode. Schrijf vier cijfers en twee letters: 1234 AB.' };
}

export function readNumber(text: string): Checked<string> {
  if (/^\d{1,5}$/u.test(text)) return { value: text };
  return { code: 'numberInvalid', message: 'Geen huisnummer. Zet letters en toevoegingen in de kolom toevoeging.' };
}

export function readRole(text: string): Checked<PersonRow['role']> {
  const role = Object.hasOwn(ROLES, text.toLowerCase()) ? ROLES[text.toLowerCase()] : undefined;
  if (role) return { value: role };
  return { code: 'roleUnknown', message: 'Onbekende rol. Kies huurder, medehuurder of bewoner.' };
}

export function readEmail(text: string): Checked<string> {
  if (text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/u.test(text)) return { value: text };
  return { code: 'emailInvalid', message: 'Geen e-mailadres. Schrijf naam@domein.nl of laat de cel leeg.' };
}

export function readPhone(text: string): Checked<string> {
  const digits = text.replaceAll(/\D/gu, '').length;
  if (/^\+?[\d\s().-]+$/u.test(text) && digits >= 6 && digits <= 15) return { value: text };
  return { code: 'phoneInvalid', message: 'Geen telefoonnummer. Schrijf 6 tot 15 cijfers of laat de cel leeg.' };
}

export function readLanguage(text: string): Checked<string> {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (/^[a-z]{2,3}$/u.test(folded)) return { value: folded };
  const code = Object.hasOwn(LANGUAGES, folded) ? LANGUAGES[folded] : undefined;
  if (code) return { value: code };
  return { code: 'languageUnknown', message: 'Onbekende taal. Schrijf de code van twee letters, zoals nl of tr.' };
}

/** Any text of at most 200 characters without control characters. */
export function readText(text: string): Checked<string> {
  if (text.length > 200) return { code: 'valueTooLong', message: 'Langer dan 200 tekens. Kort de tekst in.' };
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)) {
    return {
      code: 'controlCharacter',
      message: 'De cel bevat een onzichtbaar stuurteken of regeleinde. Haal het weg.',
    };
  }
  return { value: text };
}

const GROUND = /^(bg|b\.g\.|begane grond|parterre|gelijkvloers)$/iu;

/** A floor as a whole number, 0 for the ground; undefined when the text names none that we understand. */
export function readFloor(text: string): string | undefined {
  if (GROUND.test(text)) return '0';
  if (/^(souterrain|kelder)$/iu.test(text)) return '-1';
  const number = /^(-?\d{1,3})(e|ste|de)?( (verdieping|etage))?$/iu.exec(text)?.[1];
  return number === undefined ? undefined : String(Number(number));
}

/** A cell that a spreadsheet would run as a formula; we keep it as text, a later export has to quote it. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?![\d\s().-]*$)/u.test(text);
