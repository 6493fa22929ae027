/** Build step: writes the bundle beside the compiled worker. */
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BUNDLE } from './bundle-path.js';
import { bundleWorkflows } from './bundle.js';

const entry = fileURLToPath(new URL('./workflows.js', import.meta.resolve('@thuisreis/workflows')));
writeFileSync(`${BUNDLE}.part`, await bundleWorkflows(entry));
renameSync(`${BUNDLE}.part`, BUNDLE);
