import type { TestProject } from 'vitest/node'
import { ensureTemplate } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
  }
}

/** Opens the cluster and the template once for the whole run; every worker joins it. */
export async function setup(project: TestProject) {
  const { cluster, template } = await ensureTemplate(() => {})
  project.provide('template', template)
  return () => cluster.stop()
}
