import type { Words } from './words.js';

const LANGUAGES = ['nl', 'en'] as const;

/** Fills `{name}` in every language; a parameter may itself be words, so that hints are translated too. */
export function say(words: Words, params: Readonly<Record<string, string | Words>>): Words {
  const one = (language: keyof Words): string =>
    words[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'string' ? value : value[language];
    });
  const [nl, en] = LANGUAGES.map(one) as [string, string];
  return { nl, en };
}
