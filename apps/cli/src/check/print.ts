import { readFileSync } from 'node:fs';
import type { Answer, CheckedFile, Finding } from './answer.js';

/** Findings for people: place, sentence, the line with a caret below it, and the repair. */
export function printText(answer: Answer): void {
  for (const file of answer.files) for (const line of linesOf(file)) console.log(line);
  const findings = answer.files.flatMap((file) => file.findings);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  console.log(`${answer.files.length} files, ${errors} errors, ${findings.length - errors} warnings`);
}

function linesOf(file: CheckedFile): string[] {
  const { template } = file;
  const name = template === null ? '' : `  ${template.kind} ${template.name}@${template.version}`;
  return [`${file.findings.length === 0 ? 'ok  ' : ''}${file.file}${name}`, ...file.findings.flatMap(describe)];
}

function describe(finding: Finding): string[] {
  const { file, line, column, severity, code, message, repair, trace } = finding;
  return [
    `${file}:${line}:${column}  ${severity}  ${code}  ${message.nl}`,
    ...excerpt(finding),
    ...trace.map((step) => `    ${step.at}  ${step.nl}`),
    ...(repair
      ? [`    → ${repair.nl}`, ...repair.edits.map((edit) => `      ${edit.line}:${edit.column}  ${edit.text}`)]
      : []),
  ];
}

function excerpt({ file, line, column }: Finding): string[] {
  const text = sourceLine(file, line);
  if (text === undefined || text.length > 200) return [];
  return [`    ${text}`, `    ${' '.repeat(Math.max(0, column - 1))}^`];
}

function sourceLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/u)[line - 1];
  } catch {
    return undefined;
  }
}
