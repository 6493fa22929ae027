import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from './json.scalar.js';

/** A "no" that a person can do something about: it is data in the answer, never a thrown fault. */
@ObjectType('Refusal')
export class RefusalType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true })
  path?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  params?: unknown;
}

/** What every mutation answers. */
@ObjectType({ isAbstract: true })
export class Answered {
  @Field(() => [RefusalType])
  refusals!: RefusalType[];

  @Field(() => Boolean, { description: 'True when the key had been done before: the first answer stands.' })
  duplicate!: boolean;
}

/** The part of every mutation's input that makes it safe to send again. */
@InputType({ isAbstract: true })
export class Keyed {
  @Field(() => ID, { description: 'Unique to this act; sending it again does nothing twice.' })
  key!: string;
}
