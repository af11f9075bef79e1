import { z } from 'zod'
import { api, type Route } from '../platform/http/routes.ts'
import { gapRoutes } from './api/gaps.api.ts'
import { itemRoutes } from './api/items.api.ts'
import { searchRoutes } from './api/search.api.ts'
import { openApiOf } from './api/openapi.ts'

/** The public API of the house itself, and the document of all of it. `others`: routes of the rooms. */
export function apiRoutes(others: readonly Route[]): readonly Route[] {
  const document: Route = api(
    '/api/v1/openapi.json',
    { output: z.looseObject({ openapi: z.string() }), summary: 'This document.' },
    (visit) =>
      visit.json(openApiOf([...itemRoutes, ...searchRoutes, ...gapRoutes, ...others, document], visit.platform.origin)),
  )
  return [...itemRoutes, ...searchRoutes, ...gapRoutes, document]
}
