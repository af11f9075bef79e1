import { z } from 'zod'
import type { Route } from '../platform/http/routes.ts'

const shapeOf = (schema: z.ZodType | undefined) =>
  schema ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : null

/** The route register as data: what stands here is what is served, and nothing else is. */
export const registerOf = (routes: readonly Route[]) =>
  routes.map((route) => ({
    method: route.method,
    path: route.path,
    kind: route.kind,
    side: route.side,
    who: route.who.name,
    rate: route.rate,
    data: route.data,
    idempotent: route.idempotent,
    input: shapeOf(route.input),
    output: shapeOf(route.output),
  }))
