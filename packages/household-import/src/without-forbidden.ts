import { isForbidden } from './columns.js';
import { readTable } from './table.js';

/**
 * The file as it may be kept: its table as UTF-8 without the columns that may not be processed. Bytes that are no table
 * give nothing: they are refused anyway.
 */
export function withoutForbidden(bytes: Uint8Array): Uint8Array {
  const table = readTable(bytes);
  if ('code' in table) return new Uint8Array();
  if (!table.headings.some(isForbidden)) return bytes;
  const kept = table.headings.map((heading) => !isForbidden(heading));
  const lines = [table.headings, ...table.lines.map(({ cells }) => cells)].map((cells) =>
    cells
      .filter((_, index) => kept[index] ?? true)
      .map(quoted)
      .join(';'),
  );
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
