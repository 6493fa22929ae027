import { Args, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { CheckResult, TemplateRow } from './template.graphql.js';
import { TemplateChecker } from './template-checker.js';
import { TemplateReader } from './template-reader.js';

@Resolver()
export class TemplateResolver {
  constructor(
    private readonly reader: TemplateReader,
    private readonly checker: TemplateChecker,
  ) {}

  @Query(() => [TemplateRow])
  templates(@Asker() asker: Session): Promise<TemplateRow[]> {
    return this.reader.all(asker);
  }

  @Query(() => CheckResult, { nullable: true, description: 'Every finding of a template; for administrators.' })
  checkTemplate(
    @Asker() asker: Session,
    @Args('text', { type: () => String }) text: string,
  ): Promise<CheckResult | null> {
    return this.checker.check(asker, text);
  }
}
