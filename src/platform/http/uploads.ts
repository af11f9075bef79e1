import type { FormInput } from '../../lib/form-values.ts'
import { cleanText } from '../../lib/text/clean.ts'
import { formLimit, parseForm } from '../forms.ts'
import { problems } from '../problems.ts'
import type { SentFile } from './visit.ts'

/** What a form sent: its texts, and its files by the name of their field. */
export type Sent = { readonly fields: FormInput; readonly files: ReadonlyMap<string, SentFile> }

export const noFiles: ReadonlyMap<string, SentFile> = new Map()

/** Reads a body as far as it may go; what goes on after that is not waited for. */
async function bytesOf(
  request: Request,
  most: number,
  refusal: 'too-large' | 'files-too-large',
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw problems[refusal]()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > most) throw problems[refusal]()
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

// What a browser calls a file can be a whole path.
const nameOf = (name: string) => cleanText(name.split(/[\\/]/).at(-1) ?? '', { maxLength: 120 })

/**
 * Reads a form with files, or one without. Texts are cleaned like those of any form.
 * @param mostBytes of all files together
 * @throws Problem files-too-large, too-large (texts alone), unknown-form, wrong-encoding
 */
export async function readUpload(request: Request, mostBytes: number): Promise<Sent> {
  const type = request.headers.get('content-type') ?? ''
  const kind = type.split(';')[0]?.trim().toLowerCase()
  if (kind === 'application/x-www-form-urlencoded')
    return {
      fields: parseForm(new TextDecoder().decode(await bytesOf(request, formLimit, 'too-large'))),
      files: noFiles,
    }
  if (kind !== 'multipart/form-data') throw problems['unknown-form']()
  const bytes = await bytesOf(request, mostBytes + formLimit, 'files-too-large')
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw problems['unknown-form']()
  })
  const texts: [string, string][] = []
  const files = new Map<string, SentFile>()
  for (const [field, value] of form) {
    if (typeof value === 'string') texts.push([field, value])
    else if (value.size > 0 || value.name !== '')
      files.set(field, {
        name: nameOf(value.name),
        type: cleanText(value.type, { maxLength: 120 }),
        bytes: new Uint8Array(await value.arrayBuffer()),
      })
  }
  if ([...files.values()].reduce((sum, file) => sum + file.bytes.byteLength, 0) > mostBytes)
    throw problems['files-too-large']()
  return { fields: parseForm(String(new URLSearchParams(texts))), files }
}
