/**
 * The walls between the rooms, see docs/decisions/0003-checks.md. test/walls.test.ts plants breaches and looks whether
 * they are still seen.
 */
const ORDER = [
  'organisations',
  'identity',
  'mandates',
  'calendar',
  'documents',
  'directives',
  'registries',
  'procedures',
  'cases',
  'feedback',
  'exchange',
  'opendata',
  'indicators',
  'notices',
  'operations',
];

const TEST = String.raw`\.test\.tsx?$`;
// Furniture stands in the module's folder or, where a module has several capabilities, in the folder of one.
const RULES = String.raw`^src/modules/[^/]+/(rules|[^/]+/rules)(\.ts$|/)`;
const CONTRACT = String.raw`^src/modules/[^/]+/(contract|[^/]+/contract)(\.ts$|/)`;
const DATABASE = String.raw`(^src/kit/(db|migrate)\.ts$|(^|/)node_modules/(pg|kysely|graphile-worker)/)`;

/** A module knows only those that stand before it in the order. */
const oneDirection = ORDER.slice(0, -1).map((name, position) => ({
  name: `order-${name}`,
  severity: 'error',
  comment: `${name} may know only the modules before it; later ones learn by events`,
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${ORDER.slice(position + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...oneDirection,
    {
      name: 'module-in-order',
      severity: 'error',
      comment: 'a new module needs its place in ORDER',
      from: {},
      to: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${ORDER.join('|')})/` },
    },
    {
      name: 'door-only',
      severity: 'error',
      comment: 'another module only by its index.ts, contract or samples',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/$1/', String.raw`^src/modules/[^/]+/(index|contract|samples)(\.tsx?$|/)`],
      },
    },
    {
      name: 'kit-knows-no-product',
      severity: 'error',
      comment: 'kit is furniture without product words',
      from: { path: '^src/kit/', pathNot: '^src/kit/testing(\\.ts$|/)' },
      to: { path: '^src/(modules|web|cli|main|config)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-no-module',
      severity: 'error',
      comment: 'components and layouts get what they show as props',
      from: { path: '^src/web/' },
      to: { path: '^src/(modules/|modules\\.ts|cli)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'rules decide on what they are given: no input, no output, no clock',
      from: { path: RULES, pathNot: TEST },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/zod/',
      },
    },
    {
      name: 'rules-know-only-rules',
      severity: 'error',
      comment: 'rules reach neither the database nor the network, not by a detour either',
      from: { path: RULES, pathNot: TEST },
      to: {
        path: String.raw`^src/(kit/(db|http|app|migrate|outbox|files|events|log|metrics|postgres|testing|clock)[./]|modules/[^/]+/(store|actions|pages|module|index|samples)[./]|web/)`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'contracts-are-light',
      severity: 'error',
      comment: 'a contract is plain values: zod, kit/contract, problems, and other contracts',
      from: { path: CONTRACT, pathNot: TEST },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          'node_modules/zod/',
          String.raw`^src/kit/(contract|day|ids|keys|parse|problems|i18n)\.ts$`,
          CONTRACT,
          RULES,
          String.raw`^src/modules/[^/]+/problems\.ts$`,
        ],
      },
    },
    {
      name: 'sql-in-store',
      severity: 'error',
      comment: 'SQL lives in store files, kit and migrations',
      from: {
        path: '^src/',
        pathNot: [
          String.raw`^src/modules/[^/]+/(store|[^/]+/store)(\.ts$|/)`,
          '^src/kit/',
          String.raw`^src/(main|server)\.ts$`,
          TEST,
        ],
      },
      to: { path: DATABASE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-in-kit',
      severity: 'error',
      comment: 'the HTTP server is named in kit only',
      from: { path: '^src/', pathNot: ['^src/kit/', '^src/(main|server)\\.ts$', TEST] },
      to: { dependencyTypesNot: ['type-only'], path: '(^|/)node_modules/(@fastify/|fastify/)' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      comment: 'the program does not need its tests, samples of others do not need them either',
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      comment: 'what the program needs is a dependency, not a devDependency',
      from: { path: '^src/', pathNot: [TEST, '^src/kit/testing'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'nothing leads back to itself; types alone may, they are gone when the program runs',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'nobody uses it',
      from: {
        orphan: true,
        pathNot: [
          TEST,
          String.raw`\.d\.m?ts$`,
          '^(test|scripts|bench)/',
          '^src/web/islands/',
          String.raw`\.config\.ts$`,
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'the import leads nowhere',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^(data|coverage|\.cache)/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'],
    },
  },
};
