// Floors and doors: imports go down; a room is entered by its public.ts only, along the arrows below (docs/decisions).
const arrows = {
  accounts: [],
  regions: ['accounts'],
  terms: ['accounts'],
  governance: ['accounts'],
  questionnaires: ['terms', 'accounts'],
  knowledge: ['governance', 'terms', 'regions', 'accounts'],
  experts: ['terms', 'regions', 'accounts'],
  advice: ['experts', 'knowledge', 'terms', 'regions', 'accounts'],
  surveys: ['questionnaires', 'knowledge', 'terms', 'regions', 'accounts'],
}
const tests = '\\.(test|testing)\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: { pathNot: tests }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'lib-is-the-ground', severity: 'error', from: { path: '^src/lib/', pathNot: tests }, to: { path: '^src/(platform|ui|rooms|app)/' } },
    { name: 'first-floor-looks-down', severity: 'error', from: { path: '^src/(platform|ui)/', pathNot: tests }, to: { path: '^src/(rooms|app)/' } },
    { name: 'rooms-do-not-know-the-house', severity: 'error', from: { path: '^src/rooms/', pathNot: tests }, to: { path: '^src/app/' } },
    { name: 'a-room-is-entered-by-its-door', severity: 'error', from: { path: '^src/rooms/([^/]+)/', pathNot: tests }, to: { path: '^src/rooms/([^/]+)/', pathNot: ['^src/rooms/$1/', '^src/rooms/[^/]+/public\\.ts$'] } },
    { name: 'the-house-enters-by-the-door', severity: 'error', from: { path: '^src/app/', pathNot: tests }, to: { path: '^src/rooms/', pathNot: '^src/rooms/[^/]+/(room|public)\\.tsx?$' } },
    { name: 'chapters-are-one-level', severity: 'error', from: {}, to: { path: '^src/rooms/[^/]+/[^/]+/[^/]+/' } },
    ...Object.entries(arrows).map(([room, may]) => ({
      name: `arrow-of-${room}`,
      severity: 'error',
      from: { path: `^src/rooms/${room}/`, pathNot: tests },
      to: { path: '^src/rooms/', pathNot: `^src/rooms/(${[room, ...may].join('|')})/` },
    })),
    { name: 'rules-are-pure', severity: 'error', from: { path: '\\.rules\\.tsx?$' }, to: { path: ['^src/platform/', '\\.(sql|actions|web|views|jobs|mail)\\.tsx?$', '^node_modules/(pg|kysely|hono)/'], dependencyTypesNot: ['type-only'] } },
    { name: 'views-ask-nothing', severity: 'error', from: { path: '\\.views\\.tsx$' }, to: { path: ['\\.(sql|actions|web|jobs)\\.tsx?$', '^src/platform/db/'], dependencyTypesNot: ['type-only'] } },
    { name: 'no-outside-development-package', severity: 'error', from: { path: '^src/', pathNot: [tests, '^src/ui/(style|script)/', '^src/ui/gallery'] }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'], conditionNames: ['import', 'node', 'default'] },
  },
}
