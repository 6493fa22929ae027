import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { Household } from './household.graphql.js';
import { HouseholdReader } from './household-reader.js';

@Resolver()
export class HouseholdResolver {
  constructor(private readonly reader: HouseholdReader) {}

  @Query(() => Household, { nullable: true, description: 'Absent and forbidden are the same answer.' })
  household(@Asker() asker: Session, @Args('id', { type: () => ID }) id: string): Promise<Household | null> {
    return this.reader.read(asker, id);
  }
}
