import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class CorporationName {
  @Field(() => ID)
  slug!: string;
  @Field(() => String)
  title!: string;
}

/** The person behind the session. */
@ObjectType()
export class Me {
  @Field(() => ID)
  member!: string;
  @Field(() => String)
  login!: string;
  @Field(() => String)
  name!: string;
  @Field(() => CorporationName)
  corporation!: CorporationName;
  @Field(() => String)
  role!: string;
  @Field(() => [String])
  roles!: string[];
  @Field(() => [String], { description: 'What menus may offer: import, templates.' })
  may!: string[];
  @Field(() => Boolean)
  demo!: boolean;
}
