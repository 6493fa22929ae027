import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { resolvers } from './resolvers.js';

/** The schema as text, from the resolver classes alone: no server, no database. */
export async function emitSchema(): Promise<string> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await builder.get(GraphQLSchemaFactory).create(resolvers);
  await builder.close();
  return `# Emitted from the resolver classes by \`npm run schema -w @thuisreis/api\`; do not edit.\n\n${printSchema(schema)}\n`;
}
