import { convertCssVariables, createTheme, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Own ramps: shade 8 on white and shade 6 under white reach 4.5:1, which Mantine's own do not. */
const moss: MantineColorsTuple = [
  '#eef7f1',
  '#dcece2',
  '#b5d8c3',
  '#8bc3a2',
  '#69b187',
  '#47966a',
  '#2f7f55',
  '#226b46',
  '#195a39',
  '#0f4429',
];
const brick: MantineColorsTuple = [
  '#fff1ee',
  '#fbe0da',
  '#f3bfb4',
  '#ec9b8b',
  '#e67f6b',
  '#d95f48',
  '#c4462f',
  '#ad3520',
  '#962a17',
  '#741c0d',
];

export const theme = createTheme({
  primaryColor: 'moss',
  primaryShade: { light: 8, dark: 6 },
  colors: { moss, brick },
  defaultRadius: 'md',
  fontFamily: "'Source Sans 3', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', sans-serif",
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.9rem' }, h2: { fontSize: '1.25rem' } } },
});

const resolver: CSSVariablesResolver = (merged) => ({
  variables: {
    '--mantine-font-family': merged.fontFamily ?? '',
    '--mantine-font-family-headings': merged.fontFamily ?? '',
    '--mantine-heading-font-weight': '650',
    '--mantine-h1-font-size': '1.9rem',
    '--mantine-h2-font-size': '1.25rem',
    ...ramp('moss', moss),
    ...ramp('brick', brick),
    ...Object.fromEntries(
      moss.map((_, shade) => [`--mantine-primary-color-${shade}`, `var(--mantine-color-moss-${shade})`]),
    ),
  },
  light: scheme({
    body: '#faf8f4',
    text: '#1d2420',
    dimmed: '#55605a',
    placeholder: '#66706a',
    error: brick[8],
    border: '#8c968f',
    filled: moss[8],
    hover: moss[9],
    contrast: '#ffffff',
    light: moss[0],
    lightHover: moss[1],
    lightText: moss[9],
    field: '#ffffff',
    alarm: '#fdeae5',
  }),
  dark: scheme({
    body: '#151a17',
    text: '#e9efe9',
    dimmed: '#a9b5ad',
    placeholder: '#98a59d',
    error: brick[3],
    border: '#6d7a72',
    filled: moss[6],
    hover: moss[7],
    contrast: '#ffffff',
    light: '#20332a',
    lightHover: '#294337',
    lightText: moss[2],
    field: '#141a17',
    alarm: '#44231c',
  }),
});

function ramp(name: string, shades: MantineColorsTuple): Record<string, string> {
  return Object.fromEntries(shades.map((value, shade) => [`--mantine-color-${name}-${shade}`, value]));
}

function scheme(c: Record<string, string>): Record<string, string> {
  const value = (name: string): string => c[name] ?? '';
  return {
    '--mantine-color-body': value('body'),
    '--mantine-color-text': value('text'),
    '--mantine-color-bright': value('text'),
    '--mantine-color-dimmed': value('dimmed'),
    '--mantine-color-placeholder': value('placeholder'),
    '--mantine-color-error': value('error'),
    '--mantine-color-anchor': value('lightText'),
    '--mantine-color-default': value('field'),
    '--mantine-color-default-border': value('border'),
    '--mantine-primary-color-filled': value('filled'),
    '--mantine-primary-color-filled-hover': value('hover'),
    '--mantine-primary-color-contrast': value('contrast'),
    '--mantine-primary-color-light': value('light'),
    '--mantine-primary-color-light-hover': value('lightHover'),
    '--mantine-primary-color-light-color': value('lightText'),
    '--mantine-color-brick-filled': value('error'),
    '--mantine-color-brick-light': value('alarm'),
    '--mantine-color-brick-light-color': value('error'),
    '--mantine-color-gray-4': value('border'),
    '--mantine-color-dark-4': value('border'),
    '--mantine-color-dark-6': value('field'),
    '--mantine-color-moss-filled': value('filled'),
    '--mantine-color-moss-filled-hover': value('hover'),
    '--mantine-color-moss-light': value('light'),
    '--mantine-color-moss-light-hover': value('lightHover'),
    '--mantine-color-moss-light-color': value('lightText'),
  };
}

/**
 * Puts the theme's variables into a constructed style sheet: a strict `style-src 'self'` allows that,
 * where Mantine's own `<style>` element would need `unsafe-inline`.
 */
export function adoptTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(resolver(mergeMantineTheme(DEFAULT_THEME, theme))));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
