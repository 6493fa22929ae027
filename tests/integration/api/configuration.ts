import { cpSync, readdirSync, readFileSync, writeFileSync, appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = new URL('../../..', import.meta.url).pathname;
const AUDITOR = 'vera@waterkant.example';

/** The configuration as it is shipped, with the templates of these tests and an auditor beside the demo's people. */
export function writeConfiguration(folder: string): void {
  cpSync(join(root, 'config'), folder, { recursive: true });
  for (const slug of readdirSync(join(folder, 'corporations'))) {
    const file = join(folder, 'corporations', slug, 'corporation.yaml');
    const text = readFileSync(file, 'utf8');
    cpSync(new URL('config', import.meta.url).pathname, join(dirname(file), 'templates'), { recursive: true });
    writeFileSync(file, text.replace(/^ {2}kennismaking: .*$/m, '$&\n  gesprekken: gesprekken@^1'));
  }
  const auditor = `{ login: ${AUDITOR}, name: Vera Smit, corporation: waterkant, role: auditor }`;
  appendFileSync(join(folder, 'demo/people.yaml'), `  - ${auditor}\n`);
}
