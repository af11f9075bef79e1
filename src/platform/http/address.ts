import type { IncomingMessage } from 'node:http'

/** The address of who asks. `X-Forwarded-For` counts only when the connection comes from a proxy that we trust. */
export function addressOf(
  incoming: IncomingMessage | undefined,
  forwarded: string | undefined,
  trusted: readonly string[],
): string {
  const direct = (incoming?.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  if (forwarded === undefined || !trusted.includes(direct)) return direct
  const hops = forwarded.split(',').map((hop) => hop.trim())
  return hops.findLast((hop) => !trusted.includes(hop)) ?? direct
}
