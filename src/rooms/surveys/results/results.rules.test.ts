import { describe, expect, it } from 'vitest'
import { changeOf, questionOf, sampleRelease } from '../releases/releases.testing.ts'
import { barsOf, panelBarsOf } from './results.rules.ts'

const { findings } = sampleRelease()
const [works] = findings.questions
const level = works?.options[0]?.level
const withChange = (change: ReturnType<typeof changeOf>) => {
  if (level === undefined) throw new Error('no level')
  return questionOf([{ key: 'yes', label: { nl: 'Ja' }, level, changes: [change] }])
}

describe('waves beside each other', () => {
  it.each([
    ['full', 'same'],
    ['limited', 'none'],
  ] as const)('%s: both are drawn, joined: %s', (comparability, join) => {
    const drawn = barsOf(withChange(changeOf(comparability)), findings, 'nl')
    expect(drawn.waves).toEqual(['2018', '2020'])
    expect(drawn.join).toBe(join)
  })

  it('not comparable: only this wave is drawn', () => {
    expect(barsOf(withChange(changeOf('none')), findings, 'nl').waves).toEqual(['2020'])
  })

  it('joins with dots when the words changed and somebody wrote why they mean the same', () => {
    const bridged = changeOf('full', { questionChanged: true, bridge: { nl: 'Alleen de spelling.' } })
    expect(barsOf(withChange(bridged), findings, 'nl').join).toBe('changed')
  })

  it('an answer whose change is hidden has no number of the earlier wave', () => {
    if (works === undefined) throw new Error('no question')
    const rows = barsOf(works, findings, 'nl').rows
    expect(rows[1]?.shares).toEqual([{ status: 'hidden' }, { status: 'hidden' }])
  })

  it('draws the panel only from cells that may be shown', () => {
    expect(panelBarsOf(withChange(changeOf('full')), findings, 'nl')).toBeNull()
    const cells = { stayed: 20, stopped: 6, started: 9, never: 11 }
    const panel = { verdict: { code: 'S0' as const }, cells, interval: null }
    const drawn = panelBarsOf(withChange(changeOf('full', { panel })), findings, 'nl')
    expect(drawn?.rows[0]?.shares).toMatchObject([
      { count: 26, answered: 46 },
      { count: 29, answered: 46 },
    ])
  })
})
