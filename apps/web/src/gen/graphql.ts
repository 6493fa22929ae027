/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ClaimTaskInput = {
  caseId: string | number;
  /** An open task of the case, an occurrence as talk#2. */
  item: string | number;
  /** Unique to this act; sending it again does nothing twice. */
  key: string | number;
};

export type CommitImportInput = {
  file: FileInput;
  /** Unique to this act; sending it again does nothing twice. */
  key: string | number;
  /** Column of the file to the column it means. */
  mapping?: unknown;
  /** Slug of the project the households belong to. */
  project: string | number;
};

export type CompleteTaskInput = {
  caseId: string | number;
  /** yyyy-mm-dd; the day it really happened. */
  happenedOn?: string | null | undefined;
  /** An open task of the case, an occurrence as talk#2. */
  item: string | number;
  /** Unique to this act; sending it again does nothing twice. */
  key: string | number;
  outcome?: string | null | undefined;
  /** Field path to the value shown when the form was opened. */
  seen?: unknown;
  /** Field path to value. */
  values?: unknown;
};

export type FileInput = {
  base64: string;
  name: string;
};

export type PreviewImportInput = {
  file: FileInput;
  /** Unique to this act; sending it again does nothing twice. */
  key: string | number;
  /** Column of the file to the column it means. */
  mapping?: unknown;
  /** Slug of the project the households belong to. */
  project: string | number;
};

export type ReleaseTaskInput = {
  caseId: string | number;
  /** An open task of the case, an occurrence as talk#2. */
  item: string | number;
  /** Unique to this act; sending it again does nothing twice. */
  key: string | number;
};

export type Scope =
  | 'MINE'
  | 'TEAM';

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { member: string, name: string, role: string, may: Array<string>, corporation: { slug: string, title: string } } };

export type WorklistQueryVariables = Exact<{
  scope: Scope;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { worklist: { next: string | null, rows: Array<{ caseId: string, item: string, title: string, urgency: number, due: string | null, breachAt: string | null, assignee: string | null, address: { street: string, number: string, addition: string | null, postcode: string, place: string } | null, household: { id: string, displayName: string | null } | null, reasons: Array<{ code: string }> }> } };

export type HouseholdQueryVariables = Exact<{
  id: string | number;
}>;


export type HouseholdQuery = { household: { id: string, displayName: string | null, address: { street: string, number: string, addition: string | null, postcode: string, place: string } | null, dwelling: { staircase: string | null, floor: number | null } | null, contacts: Array<{ id: string, channel: string, reached: boolean, happenedOn: string, note: string | null }>, cases: Array<{ id: string, kind: string, title: string, status: string }> } | null };

export type CaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CaseQuery = { case: { id: string, revision: number, title: string, status: string, stages: Array<{ id: string, title: string, state: string }>, openTasks: Array<{ item: string, title: string, role: string | null, due: string | null, breachAt: string | null }>, timeline: Array<{ revision: number, at: string, actor: string | null, code: string, params: unknown, item: string | null, title: string | null, by: string | null }>, waiting: Array<{ item: string, title: string, reasons: Array<{ criterion: unknown, value: string, changedBy: Array<string> }> }> } | null };

export type TaskQueryVariables = Exact<{
  case: string | number;
}>;


export type TaskQuery = { case: { id: string, revision: number, household: { id: string, displayName: string | null } | null, openTasks: Array<{ item: string, title: string, role: string | null, due: string | null, form: unknown, outcomes: unknown, values: unknown }> } | null };

export type CompleteMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CompleteMutation = { completeTask: { revision: number | null, refusals: Array<{ code: string, path: string | null, params: unknown }> } };

export type ClaimMutationVariables = Exact<{
  input: ClaimTaskInput;
}>;


export type ClaimMutation = { claimTask: { refusals: Array<{ code: string, path: string | null, params: unknown }> } };

export type ReleaseMutationVariables = Exact<{
  input: ReleaseTaskInput;
}>;


export type ReleaseMutation = { releaseTask: { refusals: Array<{ code: string, path: string | null, params: unknown }> } };

export type ProjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProjectsQuery = { projects: Array<{ slug: string, name: string }> };

export type PreviewImportMutationVariables = Exact<{
  input: PreviewImportInput;
}>;


export type PreviewImportMutation = { previewImport: { rows: number, new: number, changed: number, unchanged: number, households: number, persons: number, refusals: Array<{ code: string, path: string | null, params: unknown }>, errors: Array<{ row: number, column: string | null, code: string, message: string }> } };

export type CommitImportMutationVariables = Exact<{
  input: CommitImportInput;
}>;


export type CommitImportMutation = { commitImport: { importId: string | null, rows: number, households: number, persons: number, refusals: Array<{ code: string, path: string | null, params: unknown }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    member
    name
    role
    may
    corporation {
      slug
      title
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const WorklistDocument = new TypedDocumentString(`
    query Worklist($scope: Scope!, $after: String) {
  worklist(scope: $scope, first: 200, after: $after) {
    rows {
      caseId
      item
      title
      address {
        street
        number
        addition
        postcode
        place
      }
      household {
        id
        displayName
      }
      urgency
      reasons {
        code
      }
      due
      breachAt
      assignee
    }
    next
  }
}
    `) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
export const HouseholdDocument = new TypedDocumentString(`
    query Household($id: ID!) {
  household(id: $id) {
    id
    displayName
    address {
      street
      number
      addition
      postcode
      place
    }
    dwelling {
      staircase
      floor
    }
    contacts {
      id
      channel
      reached
      happenedOn
      note
    }
    cases {
      id
      kind
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<HouseholdQuery, HouseholdQueryVariables>;
export const CaseDocument = new TypedDocumentString(`
    query Case($id: ID!) {
  case(id: $id) {
    id
    revision
    title
    status
    stages {
      id
      title
      state
    }
    openTasks {
      item
      title
      role
      due
      breachAt
    }
    timeline {
      revision
      at
      actor
      code
      params
      item
      title
      by
    }
    waiting {
      item
      title
      reasons {
        criterion
        value
        changedBy
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CaseQuery, CaseQueryVariables>;
export const TaskDocument = new TypedDocumentString(`
    query Task($case: ID!) {
  case(id: $case) {
    id
    revision
    household {
      id
      displayName
    }
    openTasks {
      item
      title
      role
      due
      form
      outcomes
      values
    }
  }
}
    `) as unknown as TypedDocumentString<TaskQuery, TaskQueryVariables>;
export const CompleteDocument = new TypedDocumentString(`
    mutation Complete($input: CompleteTaskInput!) {
  completeTask(input: $input) {
    refusals {
      code
      path
      params
    }
    revision
  }
}
    `) as unknown as TypedDocumentString<CompleteMutation, CompleteMutationVariables>;
export const ClaimDocument = new TypedDocumentString(`
    mutation Claim($input: ClaimTaskInput!) {
  claimTask(input: $input) {
    refusals {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimMutation, ClaimMutationVariables>;
export const ReleaseDocument = new TypedDocumentString(`
    mutation Release($input: ReleaseTaskInput!) {
  releaseTask(input: $input) {
    refusals {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseMutation, ReleaseMutationVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects {
  projects {
    slug
    name
  }
}
    `) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const PreviewImportDocument = new TypedDocumentString(`
    mutation PreviewImport($input: PreviewImportInput!) {
  previewImport(input: $input) {
    refusals {
      code
      path
      params
    }
    rows
    new
    changed
    unchanged
    households
    persons
    errors {
      row
      column
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewImportMutation, PreviewImportMutationVariables>;
export const CommitImportDocument = new TypedDocumentString(`
    mutation CommitImport($input: CommitImportInput!) {
  commitImport(input: $input) {
    refusals {
      code
      path
      params
    }
    importId
    rows
    households
    persons
  }
}
    `) as unknown as TypedDocumentString<CommitImportMutation, CommitImportMutationVariables>;