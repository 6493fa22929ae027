import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import boundaries from 'eslint-plugin-boundaries';
import { elements, mayImport } from './tests/boundaries/map.mjs';

/** Names that say nothing; the house has a better word for each. */
const emptyNames = '/(Util|Utils|Helper|Impl|Dto)$/';

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.thuisreis/**', 'apps/web/src/gen/**', 'tests/output/**'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: `ClassDeclaration[id.name=${emptyNames}]`, message: 'Name what it is.' },
      ],
    },
  },
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': {
        typescript: {
          project: './tsconfig.check.json',
          conditionNames: ['@thuisreis/source', 'types', 'import', 'node', 'default'],
        },
      },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: mayImport }],
    },
  },
  {
    files: ['packages/engine/src/**/*.ts'],
    ignores: ['packages/engine/src/instant.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The core owns no clock; calendar sums live in instant.ts.' },
        { name: 'Intl', message: 'Its data change with the host.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core is deterministic.' },
      ],
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'packages/*/src/**/*.ts', 'workflows/src/**/*.ts'],
    ignores: ['**/settings.ts', '**/*.test.ts', 'packages/local-services/**', 'apps/start/**', 'apps/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read in settings.ts only.' },
        { object: 'Math', property: 'random', message: 'Take ids from node:crypto.' },
      ],
    },
  },
  {
    files: ['apps/**/*.ts', 'workflows/**/*.ts', 'packages/!(read-model|local-services)/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'pg', message: 'One door to the database: db.as.' },
            { name: 'typeorm', message: 'One door to the database: db.as.' },
          ],
        },
      ],
    },
  },
);
