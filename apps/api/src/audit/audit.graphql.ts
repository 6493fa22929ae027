import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class AuditRow {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  at!: string;
  @Field(() => ID, { nullable: true })
  member!: string | null;
  @Field(() => String, { description: 'A command, or `read` and what was looked at.' })
  act!: string;
  @Field(() => ID, { nullable: true })
  caseId!: string | null;
  @Field(() => ID, { nullable: true })
  household!: string | null;
  @Field(() => [String], { description: 'Classes of data that were opened.' })
  classes!: string[];
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditRow])
  rows!: AuditRow[];
  @Field(() => String, { nullable: true })
  next!: string | null;
}
