/** Who may import whom. Anything unlisted is forbidden, and a breach fails the build. */
const folders = {
  engine: 'packages/engine',
  words: 'packages/words',
  template: 'packages/template',
  policy: 'packages/policy',
  'household-import': 'packages/household-import',
  'read-model': 'packages/read-model',
  'local-services': 'packages/local-services',
  workflows: 'workflows',
  worker: 'apps/worker',
  api: 'apps/api',
  web: 'apps/web',
  cli: 'apps/cli',
  start: 'apps/start',
  tests: 'tests',
};
const packages = ['engine', 'words', 'template', 'policy', 'household-import', 'read-model', 'local-services'];

export const allowed = {
  engine: [],
  words: [],
  policy: [],
  'household-import': [],
  'local-services': [],
  template: ['engine', 'words'],
  'read-model': ['policy', 'engine'],
  workflows: ['engine'],
  worker: ['workflows', 'engine', 'template', 'policy', 'read-model', 'words', 'household-import'],
  api: packages.filter((name) => name !== 'local-services').concat('workflows'),
  web: ['engine', 'template', 'words'],
  cli: packages,
  start: ['local-services'],
  tests: Object.keys(folders),
};

export const elements = Object.entries(folders).map(([type, pattern]) => ({ type, pattern }));

export const mayImport = Object.entries(allowed).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
}));
