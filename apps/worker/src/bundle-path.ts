import { fileURLToPath } from 'node:url';

/** The workflows in one file beside the compiled worker. */
export const BUNDLE = fileURLToPath(new URL('./workflows.bundle.cjs', import.meta.url));
