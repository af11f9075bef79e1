import { describe, expect, it } from 'vitest'
import { notKnown, type Findings } from '../findings/findings.ts'
import { sampleRelease } from '../releases/releases.testing.ts'
import { ResponsePart } from './method.views.tsx'

const pageOf = (by: Findings['response']['by'], lang: 'nl' | 'en' = 'nl') => {
  const released = sampleRelease()
  const findings = { ...released.findings, response: { ...released.findings.response, by } }
  return String(<ResponsePart released={{ ...released, findings }} lang={lang} />)
}
const group = (key: string, population: number) => ({ key, of: [key], population, respondents: 9 })

describe('who took part', () => {
  it('is told by the names of groups, also of those of whom it is not known', () => {
    const by = [{ by: 'type' as const, groups: [group('small', 60), group(notKnown, 20)] }]
    expect(pageOf(by)).toMatch(/klein.*60.*niet bekend.*20/s)
    expect(pageOf(by, 'en')).toContain('not known')
    expect(pageOf(by)).not.toContain('>?<')
  })

  it('is not told by what is known of nobody', () => {
    const groups = [group(notKnown, 80)]
    const page = pageOf([
      { by: 'type', groups: [group('small', 80)] },
      { by: 'region', groups },
    ])
    expect(page).toContain('Naar soort organisatie')
    expect(page).not.toContain('Naar provincie')
  })
})
