import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { ReferralPage } from './referral.graphql.js';
import { ReferralReader } from './referral-reader.js';

@Resolver()
export class ReferralResolver {
  constructor(private readonly reader: ReferralReader) {}

  @Query(() => ReferralPage, { description: 'What partners are asked to do.' })
  referrals(
    @Asker() asker: Session,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ReferralPage> {
    return this.reader.page(asker, first, after);
  }
}
