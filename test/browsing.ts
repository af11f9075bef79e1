import { randomUUID } from 'node:crypto'
import type { Fetch } from '../src/app/assets.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** An answer, read. */
export type Seen = {
  status: number
  text: string
  location: string | null
  headers: Headers
  path: string
  json<T>(): T
}

/** A browser without script: keeps cookies, sends forms as a browser does. */
export type Browsing = {
  get(path: string, headers?: Record<string, string>): Promise<Seen>
  /** Sends a form; a fresh key is added unless one is given. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Seen>
  /** Sends a form with files, by the name of their field. */
  upload(
    path: string,
    fields: Fields,
    files: Readonly<Record<string, { name: string; type?: string; bytes: Uint8Array<ArrayBuffer> | string }>>,
  ): Promise<Seen>
  /** Sends exactly these bytes. */
  postRaw(path: string, body: string, headers?: Record<string, string>): Promise<Seen>
  /** Fills in the form of a page that was seen (the one whose action or button is named, else the first in main) and sends it. */
  submit(seen: Seen, values?: Fields, which?: string): Promise<Seen>
  /** Goes where the answer leads. */
  follow(seen: Seen): Promise<Seen>
  cookies: Map<string, string>
}

const decode = (text: string) =>
  text.replace(
    /&(quot|amp|lt|gt|#39|#x27);/g,
    (_, name: string) => ({ quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'", '#x27': "'" })[name] ?? '',
  )
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? decode(found[1] ?? '') : null
}

/** @returns what a form of the page would send as it stands. */
export function formOf(
  html: string,
  which?: string,
): { action: string | null; fields: Record<string, string | string[]> } {
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  const forms = [...main.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map((match) => match[0])
  const form =
    which === undefined ? forms.find((each) => /method="post"/i.test(each)) : forms.find((each) => each.includes(which))
  if (form === undefined)
    throw new Error(
      `no form ${which ?? ''} on the page:\n${main
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 600)}`,
    )
  const fields: Record<string, string | string[]> = {}
  const add = (name: string | null, value: string) => {
    if (name === null || name === '') return
    const earlier = fields[name]
    fields[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value]
  }
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text'
    if (type === 'submit' || type === 'button' || / disabled/.test(tag)) continue
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) continue
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
  }
  for (const [, open = '', content = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
    add(attribute(open, 'name'), decode(content).replace(/^\n/, ''))
  for (const [, open = '', options = ''] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const chosen = [...options.matchAll(/<option\b[^>]*>/g)].map((match) => match[0])
    const selected = chosen.find((tag) => /\sselected/.test(tag)) ?? chosen[0]
    if (selected) add(attribute(open, 'name'), attribute(selected, 'value') ?? '')
  }
  return { action: attribute(form.slice(0, form.indexOf('>') + 1), 'action'), fields }
}

const encode = (fields: Fields) =>
  Object.entries(fields)
    .flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map(
        (each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`,
      ),
    )
    .join('&')

/** Opens a browser on an application. */
export function browse(fetch: Fetch, origin: string): Browsing {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Seen> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(
      new Request(new URL(path, origin), {
        ...init,
        headers: { ...(cookie && { cookie }), ...init.headers },
        redirect: 'manual',
      }),
    )
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await answer.text()
    return {
      status: answer.status,
      text,
      location: answer.headers.get('location'),
      headers: answer.headers,
      path,
      json: <T>() => JSON.parse(text) as T,
    }
  }
  const postRaw: Browsing['postRaw'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
    })
  const post: Browsing['post'] = (path, fields = {}, headers = {}) =>
    postRaw(path, encode({ _key: randomUUID(), ...fields }), headers)
  const get: Browsing['get'] = (path, headers = {}) => send(path, { method: 'GET', headers })
  return {
    cookies,
    get,
    post,
    postRaw,
    upload(path, fields, files) {
      const body = new FormData()
      for (const [name, value] of Object.entries({ _key: randomUUID(), ...fields }))
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      for (const [field, { name, type, bytes }] of Object.entries(files))
        body.append(field, new File([bytes], name, { type: type ?? '' }))
      return send(path, { method: 'POST', body, headers: { origin } })
    },
    submit(seen, values = {}, which) {
      const form = formOf(seen.text, which)
      return post(form.action ?? seen.path, { ...form.fields, ...values })
    },
    follow(seen) {
      if (seen.location === null) throw new Error(`this answer (${seen.status}) leads nowhere`)
      return get(new URL(seen.location, new URL(seen.path, origin)).pathname + new URL(seen.location, origin).search)
    },
  }
}
