import type { Told } from '../../settings.js';
import { lookForGaps } from './look.js';

/** EX_CONFIG of sysexits: something in the configuration keeps it from starting; a supervisor need not try again. */
const UNFIT = 78;

/** In production, ends the process with a line for each thing that is missing; otherwise returns. */
export async function endWhenUnfit(told: Told): Promise<void> {
  if (told.THUISREIS_MODE !== 'production') return;
  const gaps = await lookForGaps(told);
  if (gaps.length === 0) return;
  const lines = gaps.map(({ code, repair }) => `  ${code}: ${repair}`);
  console.error(['Thuisreis does not start in production:', ...lines].join('\n'));
  process.exit(UNFIT);
}
