import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';

@ObjectType()
export class Address {
  @Field(() => String)
  street!: string;
  @Field(() => String)
  number!: string;
  @Field(() => String, { nullable: true })
  addition!: string | null;
  @Field(() => String)
  postcode!: string;
  @Field(() => String)
  place!: string;
}

@ObjectType()
export class DwellingPlace {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { nullable: true })
  staircase!: string | null;
  @Field(() => Int, { nullable: true })
  floor!: number | null;
}

/** A household as a line in a list names it. */
@ObjectType()
export class HouseholdName {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { nullable: true, description: 'Absent for a reader without the right to contact data.' })
  displayName!: string | null;
  @Field(() => Address, { nullable: true })
  address!: Address | null;
}

@ObjectType()
export class Person {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  role!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @Field(() => String, { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true })
  language!: string | null;
}

@ObjectType()
export class HouseholdCase {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  kind!: string;
  @Field(() => String)
  template!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  status!: string;
  @Field(() => String, { nullable: true, description: 'The stage that is under way.' })
  stage!: string | null;
}

@ObjectType()
export class HouseholdEscalation {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  caseId!: string;
  @Field(() => String)
  template!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  status!: string;
}

@ObjectType()
export class ContactMade {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  channel!: string;
  @Field(() => Boolean)
  reached!: boolean;
  @Field(() => String)
  happenedOn!: string;
  @Field(() => String, { nullable: true })
  note!: string | null;
  @Field(() => String, { nullable: true, description: 'Who made it.' })
  by!: string | null;
}

@ObjectType()
export class NoteWritten {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  text!: string;
  @Field(() => String)
  at!: string;
  @Field(() => [String], { description: 'The roles that it is for; empty for all who may read notes.' })
  audience!: string[];
  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  by!: string | null;
}

/** What the reader may see of a household; what they may not is absent or empty. */
@ObjectType()
export class Household extends HouseholdName {
  @Field(() => DwellingPlace, { nullable: true })
  dwelling!: DwellingPlace | null;
  @Field(() => [Person])
  persons!: Person[];
  @Field(() => [HouseholdCase])
  cases!: HouseholdCase[];
  @Field(() => [HouseholdEscalation])
  escalations!: HouseholdEscalation[];
  @Field(() => [ContactMade])
  contacts!: ContactMade[];
  @Field(() => [NoteWritten])
  notes!: NoteWritten[];
  @Field(() => JsonScalar, { description: 'Answer path to present value, of the classes the reader may see.' })
  answers!: unknown;
}
