import { findingWords } from '@thuisreis/words';

/** Prints the list of finding codes that this checker knows; always 0. */
export function printCodes(format: string): number {
  const codes = Object.entries(findingWords).map(([code, { severity, title }]) => ({
    code,
    family: code.slice(0, 3),
    severity,
    title,
  }));
  if (format === 'json') console.log(JSON.stringify(codes));
  else for (const { code, severity, title } of codes) console.log(`${code}  ${severity.padEnd(7)}  ${title.nl}`);
  return 0;
}
