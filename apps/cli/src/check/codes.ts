import { findingWords } from '@thuisreis/words';

/** Prints the closed list of finding codes; each has a page below `docs/nl/findings` and `docs/en/findings`. Always 0. */
export function printCodes(format: string): number {
  const codes = Object.entries(findingWords).map(([code, { severity, title }]) => ({
    code,
    family: code.slice(0, 3),
    severity,
    title,
    page: { nl: `docs/nl/findings/${code}.md`, en: `docs/en/findings/${code}.md` },
  }));
  if (format === 'json') console.log(JSON.stringify(codes));
  else for (const { code, severity, title } of codes) console.log(`${code}  ${severity.padEnd(7)}  ${title.nl}`);
  return 0;
}
