/** The entry of the bundle: exactly the workflows. */
export { caseWorkflow } from './case.workflow.js';
export { importWorkflow } from './import.workflow.js';
