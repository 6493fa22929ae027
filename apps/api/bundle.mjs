// Build step: the compiled API and everything it imports as one file, because reading 1,500 files is most of its start.
import { rolldown } from 'rolldown';

/** Asked for by the frameworks if present; we have none of them, or only at other times. */
const absent = [
  /^@nestjs\/(microservices|websockets|platform-express|apollo)/,
  /^@apollo\//,
  /^@as-integrations\//,
  /^@mercuriusjs\//,
  /^@fastify\/(multipart|view)$/,
  /^class-(validator|transformer)/,
  /^(graphql-ws|subscriptions-transport-ws|ts-morph|chokidar|pg-native|bufferutil|utf-8-validate)$/,
  /^typeorm/,
];

/** Its converter of failures is named by a path and loads these by itself: there must be one copy of each. */
const shared = [/^@temporalio\//, /^@thuisreis\/workflows/];

const bundle = await rolldown({
  input: 'dist/main.js',
  platform: 'node',
  external: [...absent, ...shared],
  // The same files that Node itself would take: two copies of graphql would not know each other's types.
  resolve: { mainFields: ['main', 'module'] },
  // Only migrations need it, and the API runs none.
  treeshake: { moduleSideEffects: (id) => !id.startsWith('typeorm') },
  onLog: (level, log, say) => (log.code === 'EVAL' || log.code === 'UNRESOLVED_IMPORT' ? undefined : say(level, log)),
});
// GraphQL types are called after their classes.
await bundle.write({ format: 'esm', file: 'dist/api.mjs', codeSplitting: false, keepNames: true });
await bundle.close();
