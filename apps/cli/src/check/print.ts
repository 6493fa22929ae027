import { readFileSync } from 'node:fs';
import type { Answer, CheckedFile, Finding } from './answer.js';
import { excerptOf } from './excerpt.js';
import { styleOf, type Style } from './style.js';

/** Findings for people, on standard output. */
export function printText(answer: Answer): void {
  for (const line of linesOf(answer, styleOf(process.stdout), textOf)) console.log(line);
}

/** Every file with its findings: place, sentence, the line itself with a mark, and what to do; then how many there are. */
export function linesOf(answer: Answer, style: Style, read: (file: string) => string | undefined): string[] {
  const findings = answer.files.flatMap((file) => file.findings);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const pages = findings.length > 0 ? [style.faint('Uitleg bij elke code: docs/nl/findings/<code>.md')] : [];
  return [
    ...answer.files.flatMap((file) => [
      ...headOf(file, style),
      ...file.findings.flatMap((one) => describe(one, style, read)),
    ]),
    ...pages,
    `${counted(answer.files.length, 'bestand', 'bestanden')}, ${counted(errors, 'fout', 'fouten')}, ` +
      counted(findings.length - errors, 'waarschuwing', 'waarschuwingen'),
  ];
}
const counted = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

const HASH = 12;
function headOf({ file, template, findings }: CheckedFile, style: Style): string[] {
  const name = template
    ? `  ${template.kind} ${template.name}@${template.version}  ${style.faint(template.hash.slice(0, HASH))}`
    : '';
  return findings.length === 0 ? [`${style.good('ok')}  ${file}${name}`] : [`${style.strong(file)}${name}`, ''];
}

function describe(finding: Finding, style: Style, read: (file: string) => string | undefined): string[] {
  const { file, line, column, severity, code, message, repair, trace } = finding;
  const text = read(file);
  return [
    `  ${file}:${line}:${column}  ${style[severity](severity)}  ${style.strong(code)}  ${message.nl}`,
    ...(text === undefined ? [] : excerptOf(text, finding, style)),
    ...trace.map((step, at) => `    ${style.faint(`${at + 1}.`)} ${step.at}: ${step.nl}`),
    ...(repair ? [`    ${style.good('→')} ${repair.nl}`] : []),
    '',
  ];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
