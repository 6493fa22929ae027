import type { Finding } from './answer.js';
import type { Style } from './style.js';

const WIDEST = 110;
/** How much of a long line stands before the place that the finding is about. */
const BEFORE = 40;

/** The line that a finding is about, with a mark below the very word. */
export function excerptOf(text: string, { line, column, severity }: Finding, style: Style): string[] {
  const written = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)[line - 1];
  if (written === undefined || written.trim() === '') return [];
  const start = written.length <= WIDEST ? 0 : Math.max(0, Math.min(column - 1 - BEFORE, written.length - WIDEST));
  const end = start + WIDEST;
  const shown = `${start > 0 ? '…' : ''}${written.slice(start, end)}${end < written.length ? '…' : ''}`;
  const before = (start > 0 ? ' ' : '') + written.slice(start, column - 1).replace(/[^\t]/gu, ' ');
  const word = /^[\p{L}\p{N}_.#-]+/u.exec(written.slice(column - 1, end))?.[0].length ?? 1;
  const gutter = String(line);
  return [
    `${style.faint(`${gutter} │`)} ${shown}`,
    `${style.faint(`${' '.repeat(gutter.length)} │`)} ${before}${style[severity]('^'.repeat(word))}`,
  ].map((one) => `    ${one}`);
}
