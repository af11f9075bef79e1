import type { Flow } from './visit.ts'

type Dated = { readonly etag: string; readonly changed: Date | null }

/** Whether the visitor has this already. A tag says more than a date: where one is given, the date is not looked at. */
export function isKnown(request: Request, { etag, changed }: Dated): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
  const since = request.headers.get('if-modified-since')
  // A date in HTTP has no finer grain than a second.
  return since !== null && changed !== null && Math.floor(changed.getTime() / 1000) * 1000 <= Date.parse(since)
}

/** Sends a file while it is read; what is not asked for any more is not read. */
export function flowing(request: Request, flow: Flow, headers: Readonly<Record<string, string>>): Response {
  const etag = `W/"${flow.version}"`
  const all: Record<string, string> = {
    ...headers,
    'content-type': flow.type,
    etag,
    vary: 'accept-encoding',
    ...(flow.changed && { 'last-modified': flow.changed.toUTCString() }),
  }
  if (isKnown(request, { etag, changed: flow.changed })) return new Response(null, { status: 304, headers: all })
  const pieces = flow.pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  if (request.headers.get('accept-encoding')?.includes('gzip') !== true) return new Response(stream, { headers: all })
  return new Response(stream.pipeThrough(new CompressionStream('gzip')), {
    headers: { ...all, 'content-encoding': 'gzip' },
  })
}
