import { describe, expect, it } from 'vitest'
import { ShareChart, type ChartRow, type ChartShare, type Join } from './charts.tsx'

const shown = (count: number, answered: number, share: number | null = count / answered): ChartShare => ({
  status: 'shown',
  count,
  answered,
  share,
  interval: share === null ? null : { lower: Math.max(0, share - 0.1037), upper: Math.min(1, share + 0.1012) },
})
const hidden: ChartShare = { status: 'hidden' }
const draw = (rows: readonly ChartRow[], waves = ['2018', '2020'], join: Join = 'none', several = false) =>
  String(<ShareChart id="c" caption="Werkt ermee" waves={waves} rows={rows} join={join} several={several} lang="nl" />)
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1])

describe('a chart of shares', () => {
  const row: ChartRow = { label: 'Ja', shares: [shown(51, 93), shown(45, 69)] }

  it('says in its title, beside the bar and in its table the same', () => {
    const html = draw([row])
    expect(html).toContain('<title id="c-1-t">Ja. 2018: 55%, 51 van 93; 2020: 65%, 45 van 69.</title>')
    expect(html.match(/45 van 69/g)).toHaveLength(3)
    expect(html).toContain('<strong>65%</strong>')
    expect(html).toMatch(/<td[^>]*>65%<\/td>/)
    expect(html).toContain('54% en 76%')
  })

  it('draws along the whole percents that it prints, and no finer', () => {
    for (const width of attributes(draw([row]), 'width').filter((each) => each?.endsWith('%')))
      expect(width).toMatch(/^\d+%$/)
    expect(attributes(draw([row]), 'width')).toContain('65%')
  })

  it('knows nothing of a hidden share: no bar, no margin, no number', () => {
    const html = draw([{ label: 'Ja', shares: [hidden, hidden] }], ['vorige', 'nieuwe'])
    expect(html).not.toMatch(/<rect|plein-chart__interval/)
    expect(html.match(/te weinig organisaties/g)?.length).toBeGreaterThan(3)
    expect(html.replaceAll(/c-\d-[td]|\s(x1|x2|y1|y2|width|height|class)="[^"]*"/g, '')).not.toMatch(/\d/)
  })

  it('draws no bar where only counts may be said', () => {
    const html = draw([{ label: 'Ja', shares: [shown(5, 8, null)] }], ['2020'])
    expect(html).not.toContain('<rect')
    expect(html).toContain('5 van 8')
    expect(html).not.toMatch(/63%/)
  })

  it.each([
    ['none', 0],
    ['same', 1],
    ['changed', 1],
  ] as const)('joins two waves as they may be compared: %s', (join, lines) => {
    const html = draw([row], ['2018', '2020'], join)
    expect(html.match(/plein-chart__join--/g) ?? []).toHaveLength(lines)
    expect(html.includes('De stippellijn')).toBe(join === 'changed')
  })

  it('does not join a hidden share with the next', () => {
    expect(draw([{ label: 'Ja', shares: [hidden, shown(45, 69)] }], ['a', 'b'], 'same')).not.toContain('__join--')
  })

  it('says that several answers pass 100, and leaves every bar at its own length', () => {
    const rows = [33, 7, 23, 17].map((count) => ({ label: `n${count}`, shares: [shown(count, 42)] }))
    const html = draw(rows, ['2020'], 'none', true)
    expect(html).toContain('De percentages tellen niet op tot 100.')
    for (const width of ['79%', '17%', '55%', '40%']) expect(attributes(html, 'width')).toContain(width)
  })
})
