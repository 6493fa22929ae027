import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';

@ObjectType()
export class TemplateRow {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  version!: string;
  @Field(() => String)
  kind!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  hash!: string;
}

@ObjectType()
export class CheckResult {
  @Field(() => Boolean)
  ok!: boolean;
  @Field(() => JsonScalar, { nullable: true, description: 'Its { kind, name, version, hash }, once it compiles.' })
  template!: unknown;
  @Field(() => JsonScalar, { description: 'The findings, as `thuisreis check --format json` prints them.' })
  findings!: unknown;
}
