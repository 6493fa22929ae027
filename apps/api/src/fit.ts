/** Says whether this house may start as it is configured: 0, or 78 with a line for each thing that is missing. */
import { tell } from './settings.js';
import { endWhenUnfit } from './start/production/refuse.js';

await endWhenUnfit(tell());
process.exit(0);
