import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';
import { Answered, Keyed } from '../graphql/refusal.graphql.js';

@ObjectType()
export class StageCount {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  title!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class ConsentCount {
  @Field(() => Int)
  agreed!: number;
  @Field(() => Int)
  refused!: number;
  @Field(() => Int)
  open!: number;
  @Field(() => Int)
  eligible!: number;
  @Field(() => Int, { nullable: true })
  needed!: number | null;
  @Field(() => Boolean)
  reached!: boolean;
}

@ObjectType()
export class EscalationCount {
  @Field(() => String)
  template!: string;
  @Field(() => Int)
  open!: number;
}

@ObjectType()
export class Staircase {
  @Field(() => ID)
  id!: string;
  @Field(() => [Int])
  floors!: number[];
}

@ObjectType()
export class Project {
  @Field(() => ID)
  slug!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Int)
  dwellings!: number;
  @Field(() => ID, { nullable: true, description: 'The case of the project itself, once it has started.' })
  caseId!: string | null;
  @Field(() => [StageCount])
  stages!: StageCount[];
  @Field(() => ConsentCount, { nullable: true })
  consent!: ConsentCount | null;
  @Field(() => [EscalationCount])
  escalations!: EscalationCount[];
  @Field(() => [Staircase])
  staircases!: Staircase[];
}

@InputType()
export class StartProjectInput extends Keyed {
  @Field(() => String)
  slug!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'The template that households of this project travel on.' })
  template!: string;
  @Field(() => JsonScalar, { nullable: true })
  facts?: unknown;
  @Field(() => Float, { nullable: true, description: 'Real seconds for one second of the process; demo only.' })
  timeScale?: number | null;
}

@ObjectType()
export class StartProjectResult extends Answered {
  @Field(() => Project, { nullable: true })
  project!: Project | null;
}
