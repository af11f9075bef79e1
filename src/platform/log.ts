import { destination, pino, type Logger } from 'pino'

/**
 * JSON lines on stdout. Only fields that the caller names are written; there are no serialisers that would write a
 * request, a body, an address or a query.
 */
export const makeLog = (level: string, stream = destination({ fd: 1, sync: false })): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
