import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { nl } from './nl.js';

export type Language = 'nl' | 'en';

const CHOICE = 'thuisreis-language';
/** What was chosen in this browser before; Dutch when nothing was, or nothing may be kept here. */
export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(CHOICE) === 'en' ? 'en' : 'nl';
  } catch {
    return 'nl';
  }
}
function keep(chosen: string): void {
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(CHOICE, chosen);
  } catch {
    // A browser that keeps nothing shows Dutch again after a reload.
  }
}

/** `<html lang>` follows the choice so that screen readers pronounce it well. */
export async function startWords(language: Language): Promise<void> {
  i18next.on('languageChanged', keep);
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'nl',
      resources: { nl: { translation: nl }, en: { translation: en } },
      interpolation: { escapeValue: false },
      keySeparator: false,
      nsSeparator: false,
    });
}

/** A template's text for people: a sentence, or sentences by language. */
export function textOf(value: unknown, language: string, otherwise = ''): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return otherwise;
  const texts = value as { readonly [language: string]: unknown };
  const text = texts[language] ?? texts['nl'] ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : otherwise;
}

/** An id such as `firstTalk#2` as words, for items that have no title at hand. */
export function plain(id: string): string {
  const words = id
    .replace(/#\d+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
