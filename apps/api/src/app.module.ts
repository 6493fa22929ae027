import { Module, type DynamicModule } from '@nestjs/common';
import { Database, Replica } from '@thuisreis/read-model';
import { AuditReader } from './audit/audit-reader.js';
import { CaseDesk } from './case/case-desk.js';
import { CaseReader } from './case/case-reader.js';
import { CommandDesk } from './case/command-desk.js';
import { TaskDesk } from './case/task-desk.js';
import { ReferralReader } from './referral/referral-reader.js';
import { WorklistReader } from './case/worklist-reader.js';
import { graphqlServer } from './graphql/graphql-server.js';
import { resolvers } from './graphql/resolvers.js';
import { HouseholdReader } from './household/household-reader.js';
import { ImportDesk } from './import/import-desk.js';
import { ImportReader } from './import/import-reader.js';
import { ProjectDesk } from './project/project-desk.js';
import { ProjectReader } from './project/project-reader.js';
import { Settings } from './settings.js';
import { TemplateChecker } from './template/template-checker.js';
import { TemplateReader } from './template/template-reader.js';
import { TemplateShelf } from './template/template-shelf.js';
import { Courier } from './temporal/courier.js';

const desks = [
  AuditReader,
  CaseDesk,
  CaseReader,
  CommandDesk,
  HouseholdReader,
  ImportDesk,
  ImportReader,
  ProjectDesk,
  ProjectReader,
  TaskDesk,
  TemplateChecker,
  TemplateReader,
  ReferralReader,
  WorklistReader,
];
/** What the house is made of; the parts that hold connections are made in `main.ts` and handed in. */
@Module({})
export class AppModule {
  static with(parts: {
    settings: Settings;
    database: Database;
    replica: Replica;
    courier: Courier;
    shelf: TemplateShelf;
  }): DynamicModule {
    return {
      module: AppModule,
      imports: [graphqlServer()],
      providers: [
        { provide: Settings, useValue: parts.settings },
        { provide: Database, useValue: parts.database },
        { provide: Replica, useValue: parts.replica },
        { provide: Courier, useValue: parts.courier },
        { provide: TemplateShelf, useValue: parts.shelf },
        ...desks,
        ...resolvers,
      ],
    };
  }
}
