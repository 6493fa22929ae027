/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Me {\n    me {\n      member\n      name\n      role\n      may\n      corporation {\n        slug\n        title\n      }\n    }\n  }\n": typeof types.MeDocument,
    "\n  query Worklist($scope: Scope!, $after: String) {\n    worklist(scope: $scope, first: 200, after: $after) {\n      rows {\n        caseId\n        item\n        title\n        address {\n          street\n          number\n          addition\n          postcode\n          place\n        }\n        household {\n          id\n          displayName\n        }\n        urgency\n        reasons {\n          code\n        }\n        due\n        breachAt\n        assignee\n      }\n      next\n    }\n  }\n": typeof types.WorklistDocument,
    "\n  query Household($id: ID!) {\n    household(id: $id) {\n      id\n      displayName\n      address {\n        street\n        number\n        addition\n        postcode\n        place\n      }\n      dwelling {\n        staircase\n        floor\n      }\n      contacts {\n        id\n        channel\n        reached\n        happenedOn\n        note\n      }\n      cases {\n        id\n        kind\n        title\n        status\n      }\n    }\n  }\n": typeof types.HouseholdDocument,
    "\n  query Case($id: ID!) {\n    case(id: $id) {\n      id\n      revision\n      title\n      status\n      stages {\n        id\n        title\n        state\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        breachAt\n      }\n      timeline {\n        revision\n        at\n        actor\n        code\n        params\n        item\n        title\n        by\n      }\n      waiting {\n        item\n        title\n        reasons {\n          criterion\n          value\n          changedBy\n        }\n      }\n    }\n  }\n": typeof types.CaseDocument,
    "\n  query Task($case: ID!) {\n    case(id: $case) {\n      id\n      revision\n      household {\n        id\n        displayName\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        form\n        outcomes\n        values\n      }\n    }\n  }\n": typeof types.TaskDocument,
    "\n  mutation Complete($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      revision\n    }\n  }\n": typeof types.CompleteDocument,
    "\n  mutation Claim($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ClaimDocument,
    "\n  mutation Release($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ReleaseDocument,
    "\n  query Projects {\n    projects {\n      slug\n      name\n    }\n  }\n": typeof types.ProjectsDocument,
    "\n  mutation PreviewImport($input: PreviewImportInput!) {\n    previewImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      rows\n      new\n      changed\n      unchanged\n      households\n      persons\n      errors {\n        row\n        column\n        code\n        message\n      }\n    }\n  }\n": typeof types.PreviewImportDocument,
    "\n  mutation CommitImport($input: CommitImportInput!) {\n    commitImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      importId\n      rows\n      households\n      persons\n    }\n  }\n": typeof types.CommitImportDocument,
};
const documents: Documents = {
    "\n  query Me {\n    me {\n      member\n      name\n      role\n      may\n      corporation {\n        slug\n        title\n      }\n    }\n  }\n": types.MeDocument,
    "\n  query Worklist($scope: Scope!, $after: String) {\n    worklist(scope: $scope, first: 200, after: $after) {\n      rows {\n        caseId\n        item\n        title\n        address {\n          street\n          number\n          addition\n          postcode\n          place\n        }\n        household {\n          id\n          displayName\n        }\n        urgency\n        reasons {\n          code\n        }\n        due\n        breachAt\n        assignee\n      }\n      next\n    }\n  }\n": types.WorklistDocument,
    "\n  query Household($id: ID!) {\n    household(id: $id) {\n      id\n      displayName\n      address {\n        street\n        number\n        addition\n        postcode\n        place\n      }\n      dwelling {\n        staircase\n        floor\n      }\n      contacts {\n        id\n        channel\n        reached\n        happenedOn\n        note\n      }\n      cases {\n        id\n        kind\n        title\n        status\n      }\n    }\n  }\n": types.HouseholdDocument,
    "\n  query Case($id: ID!) {\n    case(id: $id) {\n      id\n      revision\n      title\n      status\n      stages {\n        id\n        title\n        state\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        breachAt\n      }\n      timeline {\n        revision\n        at\n        actor\n        code\n        params\n        item\n        title\n        by\n      }\n      waiting {\n        item\n        title\n        reasons {\n          criterion\n          value\n          changedBy\n        }\n      }\n    }\n  }\n": types.CaseDocument,
    "\n  query Task($case: ID!) {\n    case(id: $case) {\n      id\n      revision\n      household {\n        id\n        displayName\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        form\n        outcomes\n        values\n      }\n    }\n  }\n": types.TaskDocument,
    "\n  mutation Complete($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      revision\n    }\n  }\n": types.CompleteDocument,
    "\n  mutation Claim($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ClaimDocument,
    "\n  mutation Release($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ReleaseDocument,
    "\n  query Projects {\n    projects {\n      slug\n      name\n    }\n  }\n": types.ProjectsDocument,
    "\n  mutation PreviewImport($input: PreviewImportInput!) {\n    previewImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      rows\n      new\n      changed\n      unchanged\n      households\n      persons\n      errors {\n        row\n        column\n        code\n        message\n      }\n    }\n  }\n": types.PreviewImportDocument,
    "\n  mutation CommitImport($input: CommitImportInput!) {\n    commitImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      importId\n      rows\n      households\n      persons\n    }\n  }\n": types.CommitImportDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      member\n      name\n      role\n      may\n      corporation {\n        slug\n        title\n      }\n    }\n  }\n"): typeof import('./graphql.js').MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Worklist($scope: Scope!, $after: String) {\n    worklist(scope: $scope, first: 200, after: $after) {\n      rows {\n        caseId\n        item\n        title\n        address {\n          street\n          number\n          addition\n          postcode\n          place\n        }\n        household {\n          id\n          displayName\n        }\n        urgency\n        reasons {\n          code\n        }\n        due\n        breachAt\n        assignee\n      }\n      next\n    }\n  }\n"): typeof import('./graphql.js').WorklistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Household($id: ID!) {\n    household(id: $id) {\n      id\n      displayName\n      address {\n        street\n        number\n        addition\n        postcode\n        place\n      }\n      dwelling {\n        staircase\n        floor\n      }\n      contacts {\n        id\n        channel\n        reached\n        happenedOn\n        note\n      }\n      cases {\n        id\n        kind\n        title\n        status\n      }\n    }\n  }\n"): typeof import('./graphql.js').HouseholdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Case($id: ID!) {\n    case(id: $id) {\n      id\n      revision\n      title\n      status\n      stages {\n        id\n        title\n        state\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        breachAt\n      }\n      timeline {\n        revision\n        at\n        actor\n        code\n        params\n        item\n        title\n        by\n      }\n      waiting {\n        item\n        title\n        reasons {\n          criterion\n          value\n          changedBy\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Task($case: ID!) {\n    case(id: $case) {\n      id\n      revision\n      household {\n        id\n        displayName\n      }\n      openTasks {\n        item\n        title\n        role\n        due\n        form\n        outcomes\n        values\n      }\n    }\n  }\n"): typeof import('./graphql.js').TaskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Complete($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      revision\n    }\n  }\n"): typeof import('./graphql.js').CompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Claim($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql.js').ClaimDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Release($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Projects {\n    projects {\n      slug\n      name\n    }\n  }\n"): typeof import('./graphql.js').ProjectsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewImport($input: PreviewImportInput!) {\n    previewImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      rows\n      new\n      changed\n      unchanged\n      households\n      persons\n      errors {\n        row\n        column\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.js').PreviewImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CommitImport($input: CommitImportInput!) {\n    commitImport(input: $input) {\n      refusals {\n        code\n        path\n        params\n      }\n      importId\n      rows\n      households\n      persons\n    }\n  }\n"): typeof import('./graphql.js').CommitImportDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
