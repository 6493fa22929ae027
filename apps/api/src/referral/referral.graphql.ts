import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class SharedValue {
  @Field(() => String)
  label!: string;
  @Field(() => String)
  value!: string;
}

@ObjectType()
export class Referral {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  partnerTask!: string;
  @Field(() => String)
  state!: string;
  @Field(() => String)
  offeredAt!: string;
  @Field(() => String, { nullable: true })
  answerBy!: string | null;
  @Field(() => [SharedValue])
  shared!: SharedValue[];
  @Field(() => String, { nullable: true })
  ground!: string | null;
  @Field(() => String, { nullable: true })
  endsAt!: string | null;
  @Field(() => String, { nullable: true })
  contact!: string | null;
}

@ObjectType()
export class ReferralPage {
  @Field(() => [Referral])
  rows!: Referral[];
  @Field(() => String, { nullable: true })
  next!: string | null;
}
