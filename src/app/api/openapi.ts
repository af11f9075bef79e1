import { z } from 'zod'
import type { Route } from '../../platform/http/routes.ts'

type Json = Record<string, unknown>

/** The version of the API as its header and its document say it; the path carries the first number. */
export const apiVersion = '1.0.0'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const pathOf = (path: string) => path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')

function parametersOf(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const input = route.input ? schemaOf(route.input, 'input') : {}
  const required = new Set((input['required'] as string[] | undefined) ?? [])
  const inQuery = Object.entries((input['properties'] as Record<string, Json> | undefined) ?? {}).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: required.has(name),
      ...(typeof description === 'string' && { description }),
      schema,
    }),
  )
  return [...inPath, ...inQuery]
}

const versionHeader = { 'API-Version': { description: 'The version that answered.', schema: { type: 'string' } } }

const refusal = (description: string) => ({
  description,
  headers: versionHeader,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** The document of the public API (OpenAPI 3.1), from the same schemas that its answers are held against. */
export function openApiOf(routes: readonly Route[], origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes.filter((each) => each.kind === 'api')) {
    const hasQuery = route.input !== undefined
    const hasName = route.path.includes(':')
    paths[pathOf(route.path)] = {
      get: {
        operationId: pathOf(route.path)
          .split(/[^a-zA-Z0-9]+/)
          .filter(Boolean)
          .map((word, index) =>
            index === 0 ? `get${word[0]?.toUpperCase()}${word.slice(1)}` : `${word[0]?.toUpperCase()}${word.slice(1)}`,
          )
          .join(''),
        summary: route.summary ?? '',
        parameters: parametersOf(route),
        responses: {
          200: {
            description: 'As asked.',
            headers: versionHeader,
            content: { 'application/json': { schema: route.output ? schemaOf(route.output, 'output') : {} } },
          },
          304: { description: 'Not changed since the `ETag` that was sent.' },
          ...(hasQuery && { 400: refusal('A field of the query is unknown or wrong.') }),
          ...(hasName && { 404: refusal('It never was, or was withdrawn.') }),
          429: refusal('Too many requests; see Retry-After.'),
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ervaringsplein',
      version: apiVersion,
      description: 'What is public on the square: published knowledge, terms and places. Reading only, without a key.',
      license: { name: 'CC BY 4.0 unless an item says otherwise', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: {
      schemas: {
        Problem: {
          description: 'RFC 9457.',
          type: 'object',
          required: ['type', 'title', 'status', 'detail', 'instance'],
          properties: {
            type: { type: 'string', format: 'uri' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string', description: 'The number of the request.' },
          },
        },
      },
    },
  }
}
