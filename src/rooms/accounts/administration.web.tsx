import type { Route } from '../../platform/http/routes.ts'

export const administrationRoutes: readonly Route[] = []
