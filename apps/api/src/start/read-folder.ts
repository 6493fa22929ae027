import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every text file below a folder by its path, with `/` between the parts. */
export function readFolder(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.filter(({ name }) => /\.(ya?ml|liquid|md|txt)$/.test(name));
  return new Map(
    texts.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
