import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types follow the committed schema; documents stay strings, so no GraphQL parser reaches the browser. */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.ts', 'src/**/*.tsx', '!src/gen/**'],
  generates: {
    './src/gen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { JSON: 'unknown' },
        emitLegacyCommonJSImports: false,
        importExtension: '.js',
      },
    },
  },
};
export default config;
