import { describe, expect, it } from 'vitest'
import { settings, sharedMegabytes } from './settings.ts'

const gigabyte = 1024 ** 3

describe('what PostgreSQL keeps at hand', () => {
  it.each([
    [gigabyte / 4, 128],
    [gigabyte, 256],
    [2 * gigabyte, 512],
    [4 * gigabyte, 1_024],
    [64 * gigabyte, 1_024],
  ])('of %i bytes of memory it is %i MB', (memory, megabytes) => {
    expect(sharedMegabytes(memory)).toBe(megabytes)
  })

  it('is little where nothing need last: tests make many clusters', () => {
    expect(settings(20, false)).toMatchObject({ shared_buffers: '128MB', fsync: 'off' })
  })
})
