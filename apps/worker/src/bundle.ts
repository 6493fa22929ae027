/** The workflows as one file for Temporal's sandbox, made when building and never when starting. */
import { bundleWorkflowCode, DefaultLogger, type BundleOptions } from '@temporalio/worker';
import { FAILURE_CONVERTER } from '@thuisreis/workflows/codec';

const WORKFLOWS = ['caseWorkflow', 'importWorkflow'];
type Hook = NonNullable<BundleOptions['webpackConfigHook']>;

/** Sources inside the map would treble the file that every start reads; the map itself is asked for by the SDK. */
const withoutSources: Hook = (config) => ({
  ...config,
  devtool: 'inline-nosources-source-map',
  module: { ...config.module, rules: config.module?.rules?.filter((rule) => !isMapReader(rule)) ?? [] },
});
const isMapReader = (rule: unknown): boolean =>
  typeof rule === 'object' && rule !== null && 'enforce' in rule && rule.enforce === 'pre';

/** Tests bundle the sources, so that they need no build. */
const fromSources: Hook = (config) => ({
  ...withoutSources(config),
  resolve: {
    ...config.resolve,
    conditionNames: ['@thuisreis/source', 'import', 'require', 'node', 'default'],
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
});

/** Bundles `workflowsPath` (a `.ts` or `.js` file) and makes sure that it holds exactly our workflows. */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const options = {
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER,
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: workflowsPath.endsWith('.ts') ? fromSources : withoutSources,
  };
  const { code } = await bundleWorkflowCode(options);
  const missing = WORKFLOWS.filter((name) => !code.includes(name));
  if (missing.length > 0) throw new Error(`The bundle lacks ${missing.join(', ')}`);
  return code;
}
