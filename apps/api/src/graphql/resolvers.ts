import { AuditResolver } from '../audit/audit.resolver.js';
import { CaseResolver } from '../case/case.resolver.js';
import { TaskResolver } from '../case/task.resolver.js';
import { WorklistResolver } from '../case/worklist.resolver.js';
import { HouseholdResolver } from '../household/household.resolver.js';
import { ImportResolver } from '../import/import.resolver.js';
import { ProjectResolver } from '../project/project.resolver.js';
import { ReferralResolver } from '../referral/referral.resolver.js';
import { MeResolver } from '../session/me.resolver.js';
import { TemplateResolver } from '../template/template.resolver.js';

/** Every resolver there is: the running application and the emitted schema are built from the same list. */
export const resolvers = [
  MeResolver,
  ProjectResolver,
  WorklistResolver,
  HouseholdResolver,
  CaseResolver,
  TaskResolver,
  ImportResolver,
  ReferralResolver,
  TemplateResolver,
  AuditResolver,
];
