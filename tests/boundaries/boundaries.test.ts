import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { allowed, elements } from './map.mjs';

const root = join(import.meta.dirname, '../..');
const folderOf = new Map<string, string>(elements.map(({ type, pattern }) => [type, pattern]));
const names = Object.keys(allowed).filter((name) => name !== 'tests');
const rules: Record<string, string[]> = allowed;

/** Lays one file in `from` that imports a real file of `to`, in a folder of its own, so that the resolver finds both. */
function layBreach(from: string, to: string): { folder: string; file: string } {
  const target = join(root, folderOf.get(to)!, 'src', 'breach-target.ts');
  const folder = mkdtempSync(join(root, folderOf.get(from)!, 'src', 'breach-'));
  const file = join(folder, `${from}-imports-${to}.ts`);
  writeFileSync(target, 'export const target = 1;\n');
  writeFileSync(file, `export { target } from '${relative(folder, target).replace(/\.ts$/, '.js')}';\n`);
  return { folder, file };
}

interface Report {
  filePath: string;
  messages: { ruleId: string }[];
}

/** Runs the project's own lint on the given files and gives, by file, whether the boundary rule spoke. */
async function lint(files: string[]): Promise<Map<string, boolean>> {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const run = promisify(execFile)(process.execPath, [eslint, '--format', 'json', ...files], {
    cwd: root,
    maxBuffer: 1e8,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const reports = JSON.parse(stdout) as Report[];
  return new Map(reports.map((r) => [r.filePath, r.messages.some((m) => m.ruleId === 'boundaries/dependencies')]));
}

describe('who may import whom', () => {
  it('bites on every forbidden pair and on no allowed one', async () => {
    const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })));
    const laid = pairs.map((pair) => ({ ...pair, ...layBreach(pair.from, pair.to) }));
    try {
      const breached = await lint(laid.map(({ file }) => file));
      const answer = laid.map(
        ({ from, to, file }) => `${from} → ${to}: ${breached.get(file) ? 'forbidden' : 'allowed'}`,
      );
      const wanted = laid.map(
        ({ from, to }) => `${from} → ${to}: ${rules[from]!.includes(to) ? 'allowed' : 'forbidden'}`,
      );
      expect(answer).toEqual(wanted);
    } finally {
      for (const { folder } of laid) rmSync(folder, { recursive: true, force: true });
      for (const name of names) rmSync(join(root, folderOf.get(name)!, 'src', 'breach-target.ts'), { force: true });
    }
  }, 120_000);
});
