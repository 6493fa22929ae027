import { findingWords } from '@thuisreis/words';

/** The closed list of finding codes; each has a page below `docs/nl/findings` and `docs/en/findings`. */
export const codes = Object.entries(findingWords).map(([code, { severity, title }]) => ({
  code,
  family: code.slice(0, 3),
  severity,
  title,
  page: { nl: `docs/nl/findings/${code}.md`, en: `docs/en/findings/${code}.md` },
}));

/** The list as JSON, or a line a code. */
export const codesAs = (format: string): string =>
  format === 'json'
    ? JSON.stringify(codes)
    : codes.map(({ code, severity, title }) => `${code}  ${severity.padEnd(7)}  ${title.nl}`).join('\n');

/** Prints the list; always 0. */
export function printCodes(format: string): number {
  console.log(codesAs(format));
  return 0;
}
