import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { checkPage } from '../graphql/page.js';
import { ReferralPage } from './referral.graphql.js';

@Resolver()
export class ReferralResolver {
  @Query(() => ReferralPage, { description: 'What partners are asked to do.' })
  referrals(
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) _after: string | null,
  ): ReferralPage {
    checkPage(first);
    return { rows: [], next: null };
  }
}
