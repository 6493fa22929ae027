import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Address, HouseholdName } from '../household/household.graphql.js';

export enum Scope {
  MINE = 'MINE',
  TEAM = 'TEAM',
}
registerEnumType(Scope, { name: 'Scope' });

@ObjectType()
export class Point {
  @Field(() => String)
  code!: string;
  @Field(() => Int)
  points!: number;
}

@ObjectType()
export class TaskRow {
  @Field(() => ID)
  caseId!: string;
  @Field(() => ID)
  item!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  role!: string | null;
  @Field(() => HouseholdName, { nullable: true })
  household!: HouseholdName | null;
  @Field(() => Address, { nullable: true })
  address!: Address | null;
  @Field(() => Int)
  urgency!: number;
  @Field(() => [Point])
  reasons!: Point[];
  @Field(() => String, { nullable: true })
  due!: string | null;
  @Field(() => String, { nullable: true })
  breachAt!: string | null;
  @Field(() => ID, { nullable: true })
  assignee!: string | null;
  @Field(() => String, { nullable: true, description: 'Asleep until this day.' })
  snoozedUntil!: string | null;
  @Field(() => String, { nullable: true })
  project!: string | null;
}

@ObjectType()
export class TaskPage {
  @Field(() => [TaskRow])
  rows!: TaskRow[];
  @Field(() => String, { nullable: true, description: 'Hand it in as `after`; absent on the last page.' })
  next!: string | null;
}
