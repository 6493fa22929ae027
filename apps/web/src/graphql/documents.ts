import { graphql } from '../gen/gql.js';

export const meDocument = graphql(`
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
`);

export const worklistDocument = graphql(`
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
`);

export const householdDocument = graphql(`
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
`);

export const caseDocument = graphql(`
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
`);

export const taskDocument = graphql(`
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
`);

export const completeDocument = graphql(`
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
`);

export const claimDocument = graphql(`
  mutation Claim($input: ClaimTaskInput!) {
    claimTask(input: $input) {
      refusals {
        code
        path
        params
      }
    }
  }
`);

export const releaseDocument = graphql(`
  mutation Release($input: ReleaseTaskInput!) {
    releaseTask(input: $input) {
      refusals {
        code
        path
        params
      }
    }
  }
`);

export const projectsDocument = graphql(`
  query Projects {
    projects {
      slug
      name
    }
  }
`);

export const previewImportDocument = graphql(`
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
`);

export const commitImportDocument = graphql(`
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
`);
