import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';
import { Answered, Keyed } from '../graphql/refusal.graphql.js';

@InputType()
export class FileInput {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  base64!: string;
}

@InputType({ isAbstract: true })
class ImportInput extends Keyed {
  @Field(() => ID, { description: 'Slug of the project the households belong to.' })
  project!: string;
  @Field(() => FileInput)
  file!: FileInput;
  @Field(() => JsonScalar, { nullable: true, description: 'Column of the file to the column it means.' })
  mapping?: unknown;
}
@InputType()
export class PreviewImportInput extends ImportInput {}
@InputType()
export class CommitImportInput extends ImportInput {}

@ObjectType()
export class RowError {
  @Field(() => Int, { description: 'Line of the file; the headings are line 1.' })
  row!: number;
  @Field(() => String, { nullable: true })
  column!: string | null;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  message!: string;
}

@ObjectType()
export class Notice {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  message!: string;
}

@ObjectType({ isAbstract: true })
export class ImportResult extends Answered {
  @Field(() => ID, { nullable: true })
  importId!: string | null;
  @Field(() => Int)
  rows!: number;
  @Field(() => Int)
  new!: number;
  @Field(() => Int)
  changed!: number;
  @Field(() => Int)
  unchanged!: number;
  @Field(() => Int)
  households!: number;
  @Field(() => Int)
  persons!: number;
  @Field(() => [RowError])
  errors!: RowError[];
  @Field(() => [Notice])
  notices!: Notice[];
}
@ObjectType()
export class PreviewImportResult extends ImportResult {}
@ObjectType()
export class CommitImportResult extends ImportResult {}
