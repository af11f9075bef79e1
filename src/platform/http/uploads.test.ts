import { describe, expect, it } from 'vitest'
import { Problem } from '../problems.ts'
import { readUpload } from './uploads.ts'

const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://plein.test/redactie', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const formWith = (...parts: readonly (readonly [string, string | File])[]) => {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return form
}
const file = (bytes: number | string, name = 'lijst.csv') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type: 'text/csv' })

const plain = { 'content-type': 'application/x-www-form-urlencoded' }
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.problem : 'a bug'),
  )

describe('a form with files', () => {
  it('gives its texts clean and its files as they came, with the name and without the path', async () => {
    const sent = await readUpload(
      request(
        formWith(
          ['naam', 'Onze\u202e site\u0007'],
          ['thema', 'a'],
          ['thema', 'b'],
          ['file', file('titel\nx\n', 'C:\\map\\lijst.csv')],
        ),
      ),
      1_000,
    )
    expect(sent.fields).toEqual({ naam: 'Onze site', thema: ['a', 'b'] })
    const found = sent.files.get('file')
    expect(found).toMatchObject({ name: 'lijst.csv', type: 'text/csv' })
    expect(new TextDecoder().decode(found?.bytes)).toBe('titel\nx\n')
  })

  it('has no file where none was chosen', async () => {
    // As a browser writes a field without a choice.
    const body =
      '--b\r\ncontent-disposition: form-data; name="naam"\r\n\r\nx\r\n' +
      '--b\r\ncontent-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--b--\r\n'
    const sent = await readUpload(request(body, { 'content-type': 'multipart/form-data; boundary=b' }), 1_000)
    expect([...sent.files]).toEqual([])
    expect(sent.fields).toEqual({ naam: 'x' })
  })

  it.each([
    [
      'too much by its header',
      () => request(formWith(['file', file(10)]), { 'content-length': '99999999' }),
      'files-too-large',
    ],
    ['a file over the limit', () => request(formWith(['file', file(1_001)])), 'files-too-large'],
    [
      'two files over the limit together',
      () => request(formWith(['a', file(600)], ['b', file(600)])),
      'files-too-large',
    ],
    ['another kind of form', () => request('naam=x', { 'content-type': 'text/plain' }), 'unknown-form'],
    ['texts beyond every measure', () => request(`a=${'x'.repeat(600_000)}`, plain), 'too-large'],
    ['no form inside', () => request('zomaar', { 'content-type': 'multipart/form-data; boundary=b' }), 'unknown-form'],
    ['a strange name of a field', () => request(formWith(['een naam', 'x'])), 'unknown-form'],
  ])('refuses %s', async (_, made, problem) => {
    expect(await refusal(readUpload(made(), 1_000))).toBe(problem)
  })

  it('takes the other kind of form, which has no files', async () => {
    expect(await readUpload(request('naam=x', plain), 1_000)).toEqual({ fields: { naam: 'x' }, files: new Map() })
  })

  it('does not wait for the end of what is too large', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const asked = request(endless, { 'content-type': 'multipart/form-data; boundary=b' })
    expect(await refusal(readUpload(asked, 1_000))).toBe('files-too-large')
    expect(sent).toBeLessThan(2_000_000)
  })
})
