import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';
import { Answered, Keyed } from '../graphql/refusal.graphql.js';
import { HouseholdName } from '../household/household.graphql.js';

@ObjectType()
export class TemplateRef {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  version!: string;
}

@ObjectType()
export class CaseStage {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  state!: string;
}

@ObjectType()
export class OpenTask {
  @Field(() => ID)
  item!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  role!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day, yyyy-mm-dd.' })
  due!: string | null;
  @Field(() => String, { nullable: true, description: 'The instant at which it is overdue.' })
  breachAt!: string | null;
  @Field(() => ID, { nullable: true })
  assignee!: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'The form to draw, or null when nothing is asked.' })
  form!: unknown;
  @Field(() => JsonScalar, { description: 'A list of { id, label }.' })
  outcomes!: unknown;
  @Field(() => JsonScalar, { description: 'Field path to present value.' })
  values!: unknown;
}

@ObjectType()
export class TimelineEntry {
  @Field(() => Int)
  revision!: number;
  @Field(() => String)
  at!: string;
  @Field(() => String, { nullable: true })
  actor!: string | null;
  @Field(() => String)
  code!: string;
  @Field(() => JsonScalar, { nullable: true })
  params!: unknown;
  @Field(() => String, { nullable: true })
  item!: string | null;
  @Field(() => String, { nullable: true, description: 'What the template calls the item.' })
  title!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the actor; absent when nobody asked for the step.' })
  by!: string | null;
}

@ObjectType()
export class Reason {
  @Field(() => JsonScalar, { description: 'The event, condition, hold or stage that is waited for.' })
  criterion!: unknown;
  @Field(() => String, { description: 'true, false or unknown' })
  value!: string;
  @Field(() => [String])
  changedBy!: string[];
}

@ObjectType()
export class Waiting {
  @Field(() => ID)
  item!: string;
  @Field(() => String)
  title!: string;
  @Field(() => [Reason])
  reasons!: Reason[];
}

@ObjectType()
export class Explanation extends Waiting {
  @Field(() => String)
  state!: string;
}

@ObjectType()
export class Case {
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  revision!: number;
  @Field(() => String)
  kind!: string;
  @Field(() => TemplateRef)
  template!: TemplateRef;
  @Field(() => String)
  title!: string;
  @Field(() => HouseholdName, { nullable: true })
  household!: HouseholdName | null;
  @Field(() => String, { nullable: true })
  project!: string | null;
  @Field(() => String, { description: 'active, suspended or ended' })
  status!: string;
  @Field(() => [CaseStage])
  stages!: CaseStage[];
  @Field(() => [OpenTask])
  openTasks!: OpenTask[];
  @Field(() => [TimelineEntry])
  timeline!: TimelineEntry[];
  @Field(() => [Waiting])
  waiting!: Waiting[];
}

@ObjectType({ isAbstract: true })
export class CaseResult extends Answered {
  @Field(() => ID, { nullable: true })
  caseId!: string | null;
  @Field(() => Int, { nullable: true })
  revision!: number | null;
  @Field(() => Case, { nullable: true })
  case!: Case | null;
}
@ObjectType()
export class CompleteTaskResult extends CaseResult {}

@ObjectType()
export class ClaimTaskResult extends CaseResult {}

@ObjectType()
export class ReleaseTaskResult extends CaseResult {}

@ObjectType()
export class AssignTaskResult extends CaseResult {}

@ObjectType()
export class SnoozeTaskResult extends CaseResult {}

@InputType({ isAbstract: true })
class TaskInput extends Keyed {
  @Field(() => ID)
  caseId!: string;
  @Field(() => ID, { description: 'An open task of the case, an occurrence as talk#2.' })
  item!: string;
}

@InputType()
export class CompleteTaskInput extends TaskInput {
  @Field(() => JsonScalar, { nullable: true, description: 'Field path to value.' })
  values?: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'Field path to the value shown when the form was opened.' })
  seen?: unknown;
  @Field(() => String, { nullable: true })
  outcome?: string | null;
  @Field(() => String, { nullable: true, description: 'yyyy-mm-dd; the day it really happened.' })
  happenedOn?: string | null;
}

@InputType()
export class ClaimTaskInput extends TaskInput {}

@InputType()
export class ReleaseTaskInput extends TaskInput {}

@InputType()
export class AssignTaskInput extends TaskInput {
  @Field(() => ID, { description: 'A member of the corporation.' })
  assignee!: string;
}

@InputType()
export class SnoozeTaskInput extends TaskInput {
  @Field(() => String, { nullable: true, description: 'yyyy-mm-dd; absent wakes the task.' })
  until?: string | null;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}
