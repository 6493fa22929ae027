import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class AuditRow {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  at!: string;
  @Field(() => ID, { nullable: true })
  member!: string | null;
  @Field(() => String)
  act!: string;
  @Field(() => ID, { nullable: true })
  caseId!: string | null;
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditRow])
  rows!: AuditRow[];
  @Field(() => String, { nullable: true })
  next!: string | null;
}
