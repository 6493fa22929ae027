import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { ProjectDesk } from './project-desk.js';
import { Project, StartProjectInput, StartProjectResult } from './project.graphql.js';
import { ProjectReader } from './project-reader.js';

@Resolver()
export class ProjectResolver {
  constructor(
    private readonly desk: ProjectDesk,
    private readonly reader: ProjectReader,
  ) {}

  @Query(() => [Project])
  projects(@Asker() asker: Session): Promise<Project[]> {
    return this.reader.all(asker);
  }

  @Query(() => Project, { nullable: true, description: 'Absent and forbidden are the same answer.' })
  project(@Asker() asker: Session, @Args('slug', { type: () => ID }) slug: string): Promise<Project | null> {
    return this.reader.read(asker, slug);
  }

  @Mutation(() => StartProjectResult)
  startProject(@Asker() asker: Session, @Args('input') input: StartProjectInput): Promise<StartProjectResult> {
    return this.desk.start(asker, input);
  }
}
