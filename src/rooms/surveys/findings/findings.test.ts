import { describe, expect, it } from 'vitest'
import type { Answers, Question } from '../../../lib/questionnaire/definition.ts'
import { compareCounts } from '../../../lib/statistics/waves.parts.ts'
import type { AnalysisInput, Findings, Respondent } from './findings.ts'
import { findingsOf } from './findings.rules.ts'
import { chose, fully, inputOf, madeInput, respondent, ticked, usualPlan, waveOf, yesNo } from './made-polls.ts'
import { outwards } from './levels.rules.ts'
import { changeSentences, levelSentences, questionSentences } from './sentences.ts'

const find = (input: AnalysisInput) => findingsOf(input, { inputHash: 'made' })
const frameOf = (organisations: number) => [{ type: 'welfare', size: 'small', region: 'north', organisations }]
const many = (count: number, answers: (at: number) => Answers): Respondent[] =>
  Array.from({ length: count }, (_, at) => respondent(at, answers(at)))
const saying = (yes: number, of: number, key = 'works') => many(of, (at) => ({ [key]: chose(at < yes ? 'yes' : 'no') }))
const question = (findings: Findings, key: string) => {
  const found = findings.questions.find((each) => each.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const level = (findings: Findings, key: string, option: string) => {
  const found = question(findings, key).options.find((each) => each.key === option)?.level
  if (!found) throw new Error(`no ${key}/${option}`)
  return found
}

describe('one wave', () => {
  it('gives 45 of 69 out of 490 members as a range of members', async () => {
    const findings = await find(inputOf(waveOf('2020', [yesNo('works')], saying(45, 69), { frame: frameOf(490) })))
    expect(level(findings, 'works', 'yes')).toMatchObject({
      status: 'shown',
      count: 45,
      base: 69,
      share: 45 / 69,
      weighted: null,
      interval: { lower: 0.53, upper: 0.76 },
      members: { fewest: 263, most: 370 },
      verdict: { code: 'S3', precision: 'rough' },
    })
    expect(findings.response).toMatchObject({
      respondents: 69,
      population: 490,
      rate: 0.141,
      worstCases: [
        { key: 'works', option: 'yes', interval: { lower: 0.09, upper: 0.96 } },
        { key: 'works', option: 'no', interval: { lower: 0.04, upper: 0.91 } },
      ],
    })
    const [yes] = question(findings, 'works').options
    expect(yes && levelSentences(findings, yes, 'nl').map(({ text }) => text)).toEqual([
      'In 2020 deden 69 van de 490 leden mee.',
      'Van de 69 organisaties die deze vraag beantwoordden, kozen er 45 “Ja”.',
      'Dat is 65%.',
      'Voor alle leden samen weten we het niet precies. Het ligt waarschijnlijk tussen 53% en 76%.',
      'Dat zijn 263 tot 370 organisaties.',
      'Dit is een ruwe schatting.',
    ])
  })

  it('keeps unknown, not answered, not asked and zero apart', async () => {
    const amount: Question = {
      key: 'number',
      type: 'number',
      text: { nl: 'Hoeveel?' },
      about: 'fact',
      least: 0,
      most: 100,
      decimals: 0,
      when: { all: [{ question: 'works', chosen: ['yes'] }] },
    }
    const answers = (at: number): Answers =>
      at < 20
        ? { works: chose('no') }
        : {
            works: chose('yes'),
            ...(at < 30
              ? {}
              : at < 40
                ? { number: { type: 'number', amount: { known: 'unknown' } } }
                : { number: { type: 'number', amount: { known: 'exact', value: at % 3 } } }),
          }
    const findings = await find(inputOf(waveOf('2026', [yesNo('works'), amount], many(80, answers))))
    const { counted, amount: found, base } = question(findings, 'number')
    expect(counted).toEqual({ respondents: 80, asked: 60, notAsked: 20, answered: 40, notAnswered: 10, unknown: 10 })
    expect(found).toMatchObject({ known: { exact: 40, estimate: 0, range: 0 }, median: 1, total: 40, why: null })
    expect(base).toMatchObject({ rule: 'answered', count: 40 })
  })

  it('shows no percentage under ten, no small number, and nothing that gives one away', async () => {
    const few = await find(inputOf(waveOf('2026', [yesNo('works')], saying(8, 8))))
    expect(level(few, 'works', 'yes')).toMatchObject({ count: 8, base: 8, share: null, verdict: { code: 'S1' } })
    const small = await find(inputOf(waveOf('2026', [yesNo('works')], saying(3, 60))))
    // Of 60 who answered, 57 others would tell that there are 3.
    for (const option of ['yes', 'no']) expect(level(small, 'works', option)).toEqual({ status: 'hidden', why: 'few' })
    expect(question(small, 'works').base.count).toBe(60)
    expect(JSON.stringify(small.questions)).not.toMatch(/\b(57|0\.95|0\.05)\b/)
  })

  const amountQuestion: Question = {
    key: 'number',
    type: 'number',
    text: { nl: 'Hoeveel?' },
    about: 'fact',
    least: 0,
    most: 100,
    decimals: 0,
  }
  const amounts = (values: readonly number[]): Answers[] =>
    values.map((value) => ({ number: { type: 'number', amount: { known: 'exact', value } } }))
  const amountIn = async (values: readonly number[]) => {
    const given = amounts(values)
    const wave = waveOf(
      '2026',
      [amountQuestion],
      many(values.length, (at) => given[at] ?? {}),
    )
    return question(await find(inputOf(wave)), 'number').amount
  }

  it('gives no interval of a mean that tells the largest amount', async () => {
    const even = Array.from({ length: 40 }, (_, at) => 5 + (at % 6))
    expect((await amountIn(even))?.mean?.interval).not.toBeNull()
    // Less than half of the total, and nearly all of the squares.
    const one = [60, ...Array.from({ length: 61 }, () => 1)]
    expect(await amountIn(one)).toMatchObject({ why: null, total: 120, mean: { interval: null } })
  })

  it('hides a follow-up whose size would tell a hidden answer', async () => {
    const follow = yesNo('after', { when: { all: [{ question: 'works', chosen: ['yes'] }] } } as Partial<Question>)
    const answers = (at: number): Answers =>
      at < 3 ? { works: chose('no') } : { works: chose('yes'), after: chose(at % 2 ? 'yes' : 'no') }
    const findings = await find(inputOf(waveOf('2026', [yesNo('works'), follow], many(60, answers))))
    expect(question(findings, 'after').counted).toMatchObject({ asked: null, notAsked: null, answered: null })
    expect(question(findings, 'after').withheld).toEqual([])
    expect(level(findings, 'after', 'yes')).toEqual({ status: 'hidden', why: 'routing' })
    const open = await find(
      inputOf(
        waveOf(
          '2026',
          [yesNo('works'), follow],
          many(60, (at) => answers(at < 20 ? 0 : at)),
        ),
      ),
    )
    expect(question(open, 'after')).toMatchObject({ base: { rule: 'asked', count: 40 }, counted: { notAsked: 20 } })
  })

  it('says that several answers can be chosen, on one base', async () => {
    const roles: Question = {
      key: 'roles',
      type: 'multiple',
      text: { nl: 'Welke rollen?' },
      about: 'fact',
      options: ['volunteer', 'team', 'support'].map((key) => ({ key, label: { nl: key } })),
    }
    const answers = (at: number): Answers => ({
      roles: ticked(...(at < 33 ? ['volunteer'] : []), ...(at < 7 ? ['team'] : []), ...(at >= 19 ? ['support'] : [])),
    })
    const findings = await find(inputOf(waveOf('2020', [roles], many(42, answers))))
    const shares = question(findings, 'roles').options.map(({ level: one }) => one.status !== 'hidden' && one.count)
    expect(shares).toEqual([33, 7, 23])
    expect(questionSentences(findings, question(findings, 'roles'), 'nl')[0]?.text).toContain(
      '42 organisaties beantwoordden deze vraag',
    )
  })
})

describe('two waves', () => {
  const before = waveOf('2018', [yesNo('works')], saying(51, 93), { frame: frameOf(490) })
  const now = (comparability = [fully('2018')], yes = 45) =>
    waveOf(
      '2020',
      [yesNo('works')],
      saying(yes, 69).map((one, at) => ({ ...one, pseudonym: `other-${at}` })),
      { frame: frameOf(490), comparability },
    )
  const changeIn = (findings: Findings) => {
    const change = question(findings, 'works').options[0]?.changes[0]
    if (!change) throw new Error('no change')
    return change
  }

  it('may differ by chance, and say from which difference on it would have been seen', async () => {
    const change = changeIn(await find(inputOf(now(), before)))
    expect(change.verdict).toMatchObject({ code: 'C4', smallestVisible: 0.19, scope: 'members' })
    expect(change.panel.verdict).toEqual({ code: 'S0' })
    expect(changeSentences(change, '2020', 'nl')[1]?.text).toBe('Dit verschil kan toeval zijn.')
  })

  it('rise or fall where it shows, and the answers of one question mirror each other', async () => {
    const [yes, no] = question(await find(inputOf(now([fully('2018')], 60), before)), 'works').options
    expect(yes?.changes[0]?.verdict).toMatchObject({ code: 'C2', direction: 'rise' })
    expect(no?.changes[0]?.verdict).toMatchObject({ code: 'C2', direction: 'fall' })
  })

  it('are not compared when the question changed and nobody wrote that it means the same', async () => {
    const changed = { ...now(), definition: waveOf('', [yesNo('works', { text: { nl: 'Anders gevraagd?' } })], []).definition } // prettier-ignore
    const without = changeIn(await find(inputOf(changed, before)))
    expect(without).toMatchObject({ questionChanged: true, verdict: { code: 'C0' }, fresh: null })
    const bridge = { nl: 'Alleen een komma.' }
    const bridged = { ...changed, comparability: [{ ...fully('2018'), bridges: { works: bridge } }] }
    expect(changeIn(await find(inputOf(bridged, before)))).toMatchObject({ bridge, verdict: { code: 'C4' } })
  })

  it('take panel and newcomers apart, and show four counts only when none is small', async () => {
    const panel = (stopped: number, started: number) => {
      const first = saying(40, 80)
      const second = many(80, (at) => ({ works: chose(at < 40 - stopped || (at >= 40 && at < 40 + started) ? 'yes' : 'no') })) // prettier-ignore
      const wave = waveOf('2020', [yesNo('works')], second, { frame: frameOf(490), comparability: [fully('2018')] })
      return inputOf(wave, waveOf('2018', [yesNo('works')], first, { frame: frameOf(490) }))
    }
    const shown = changeIn(await find(panel(5, 20)))
    expect(shown.panel).toMatchObject({
      verdict: { code: 'P1', direction: 'rise', size: 80 },
      cells: { stayed: 35, stopped: 5, started: 20, never: 20 },
    })
    const hidden = changeIn(await find(panel(3, 4)))
    expect(hidden.panel).toMatchObject({ verdict: { code: 'P0', change: null, p: null }, cells: null, interval: null })
    expect(hidden.fresh).toBeNull()
    // That everybody answered twice would make the interval narrow, and tell how few changed their answer.
    const apart = compareCounts(
      { first: { yes: 40, answered: 80 }, second: { yes: 41, answered: 80 } },
      { stayed: 0, stopped: 0, started: 0, never: 0 },
      [490, 490],
    )
    expect(hidden.verdict).toMatchObject({ code: 'C4', p: Math.round((apart?.pValue ?? 0) * 1000) / 1000 })
    expect('change' in hidden.verdict && hidden.verdict.interval).toEqual(apart && outwards(apart.interval))
  })

  it('keep their verdict when a third wave stands beside them in which nothing moved', async () => {
    const third = { ...before, id: '2016', label: '2016', year: 2016 }
    const alone = await find(inputOf(now([fully('2018')]), before))
    const both = await find(inputOf(now([fully('2016'), fully('2018')]), third, before))
    const since2018 = question(both, 'works').options[0]?.changes.find(({ since }) => since === '2018')
    expect(since2018).toEqual(changeIn(alone))
  })

  it('say of limited groups first that others took part', async () => {
    const change = changeIn(await find(inputOf(now([fully('2018', 'limited')]), before)))
    const said = changeSentences(change, '2020', 'nl').map(({ text }) => text)
    expect(said[0]).toBe('In 2020 deden andere organisaties mee dan in 2018.')
    expect(said[1]).toContain('kan toeval zijn')
    expect(said.join(' ')).not.toContain('alle leden')
  })
})

describe('findings', () => {
  it('are the same bytes for the same input, and plain JSON', async () => {
    const input = madeInput({ population: 260, questions: 8, response: 0.6, weighted: true }, 4, ['2024', '2026'])
    const [one, two] = [await find(input), await find(input)]
    expect(JSON.stringify(one)).toBe(JSON.stringify(two))
    expect(JSON.parse(JSON.stringify(one))).toEqual(one)
  }, 120_000)

  it('hold no pseudonym and no number below five in a cell', async () => {
    const input = madeInput({ population: 200, questions: 8, response: 0.6, weighted: false }, 9, ['2026'])
    const findings = await find(input)
    expect(JSON.stringify(findings)).not.toContain('organisation-')
    const cells = findings.questions.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
    )
    expect(cells.filter(({ status }) => status === 'shown').length).toBeGreaterThan(50)
    for (const cell of cells) if (cell.status !== 'hidden') expect(cell.count === 0 || cell.count >= 5).toBe(true)
  }, 120_000)
})

describe('what cannot be', () => {
  it('is nobody: no figure, and no crash', async () => {
    const findings = await find(inputOf(waveOf('2026', [yesNo('works')], [], { frame: frameOf(400) })))
    expect(findings.response).toMatchObject({ respondents: 0, population: 400, rate: 0, indicator: null })
    expect(level(findings, 'works', 'yes')).toEqual({ status: 'hidden', why: 'small-base' })
  })

  it('is one respondent: nothing about it', async () => {
    const findings = await find(inputOf(waveOf('2026', [yesNo('works')], saying(1, 1), { frame: frameOf(400) })))
    expect(level(findings, 'works', 'yes').status).toBe('hidden')
    expect(question(findings, 'works').base.count).toBeNull()
  })

  it('is all answers equal: nobody said no, and at most so many members might', async () => {
    const findings = await find(inputOf(waveOf('2026', [yesNo('works')], saying(60, 60), { frame: frameOf(400) })))
    expect(level(findings, 'works', 'no')).toMatchObject({ status: 'zero', count: 0, members: { fewest: 0, most: 22 } })
    const [, no] = question(findings, 'works').options
    expect(no && levelSentences(findings, no, 'nl').map(({ text }) => text)).toEqual([
      'In 2026 deden 60 van de 400 leden mee.',
      'Geen van de 60 organisaties koos dit.',
      'Onder alle leden kan het om een klein aantal gaan (hoogstens 22).',
    ])
  })

  it('is margins that contradict the answers: not weighted, and said why', async () => {
    const wave = waveOf('2026', [yesNo('works')], saying(45, 69), {
      frame: [{ type: 'advice', size: 'small', region: 'north', organisations: 490 }],
      plan: { ...usualPlan, weightingMargins: ['type'] },
    })
    const findings = await find(inputOf(wave))
    expect(findings.method.weighting).toEqual({
      kind: 'refused',
      reason: 'category-unknown',
      by: 'type',
      category: 'welfare',
    })
    expect(level(findings, 'works', 'yes')).toMatchObject({ weighted: null, members: { fewest: 263, most: 370 } })
    expect(questionSentences(findings, question(findings, 'works'), 'nl')[0]?.text).toBe(
      'We hebben niet gecorrigeerd voor wie er meededen: er deed een organisatie mee uit een groep die niet is geteld.',
    )
  })

  it('is a frame smaller than who answered: then no population is known', async () => {
    const findings = await find(inputOf(waveOf('2026', [yesNo('works')], saying(45, 69), { frame: frameOf(60) })))
    expect(findings.response).toMatchObject({ population: null, rate: null, worstCases: [] })
    expect(level(findings, 'works', 'yes')).toMatchObject({ members: null })
  })

  it('is an organisation that stands in a wave twice', async () => {
    const twice = [...saying(5, 10), ...saying(5, 10)]
    await expect(find(inputOf(waveOf('2026', [yesNo('works')], twice)))).rejects.toThrow(RangeError)
  })
})
