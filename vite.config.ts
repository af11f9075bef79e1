import { defineConfig, type UserConfig } from 'vite'

// Packages of many small files: looking for each of them took a third of the time in which the program starts.
const builtIn = [
  'kysely',
  'zod',
  'hono',
  '@hono/node-server',
  'write-excel-file',
  'age-encryption',
  'diff',
  /^@noble\//,
]

// Two builds: `vite build --mode client` makes style and script, `vite build --mode server` the program itself.
export default defineConfig(({ mode }): UserConfig => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  logLevel: 'warn',
  publicDir: false,
  // The writing field reads Markdown with the one reader that the pages have, and not with a second one of its parts.
  resolve: { dedupe: ['markdown-it'] },
  ...(mode === 'server' && { ssr: { noExternal: builtIn } }),
  build:
    mode === 'server'
      ? {
          ssr: true,
          outDir: 'dist',
          emptyOutDir: false,
          target: 'node24',
          sourcemap: true,
          minify: false,
          rolldownOptions: {
            input: {
              cli: 'src/app/cli.ts',
              shrink: 'src/platform/pictures/shrink.child.ts',
              analysis: 'src/rooms/surveys/analyses/apart.child.ts',
              'analysis-thread': 'src/rooms/surveys/analyses/apart.thread.ts',
            },
            output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        }
      : {
          outDir: 'dist',
          emptyOutDir: true,
          assetsDir: 'assets',
          assetsInlineLimit: 0,
          rolldownOptions: {
            input: {
              plein: 'src/ui/script/plein.ts',
              editor: 'src/ui/script/editor/editor.ts',
              filling: 'src/ui/script/filling.ts',
            },
            output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
          },
        },
}))
