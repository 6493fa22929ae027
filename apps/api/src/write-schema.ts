import { writeFileSync } from 'node:fs';
import { emitSchema } from './graphql/emit-schema.js';

writeFileSync(new URL('../schema.graphql', import.meta.url), await emitSchema());
