import { Args, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { CheckResult, TemplateRow } from './template.graphql.js';
import { TemplateReader } from './template-reader.js';

@Resolver()
export class TemplateResolver {
  constructor(private readonly reader: TemplateReader) {}

  @Query(() => [TemplateRow])
  templates(@Asker() asker: Session): Promise<TemplateRow[]> {
    return this.reader.all(asker);
  }

  @Query(() => CheckResult, { nullable: true })
  checkTemplate(
    @Asker() asker: Session,
    @Args('text', { type: () => String }) text: string,
  ): Promise<CheckResult | null> {
    return this.reader.check(asker, text);
  }
}
