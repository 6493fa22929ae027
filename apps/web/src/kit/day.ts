/** Days as people in the Netherlands write them, whatever the browser's language is. */

/** `dd-mm-jjjj` of a day `yyyy-mm-dd`; anything else stays as it was typed. */
export function showDay(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return found ? `${found[3]}-${found[2]}-${found[1]}` : day;
}

/** Reads 5-3-2026, 05/03/26, 05032026 or 2026-03-05 as `yyyy-mm-dd`; undefined for a day that does not exist. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (dutch?.slice(1).reverse() ?? []);
  return year && month && day ? existing(year.length === 2 ? `20${year}` : year, month, day) : undefined;
}

function existing(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** The day some days later, or earlier when `by` is negative. */
export function shiftDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Today on the reader's own clock. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
