import { attack, attacksTogether, gainOf, type Attack } from '../../../lib/disclosure/attack.ts'
import { audit } from '../../../lib/disclosure/audit.ts'
import type { Among, Joint } from '../../../lib/disclosure/joint.ts'
import { exactly, rounded, type Statement } from '../../../lib/disclosure/statements.ts'
import { readCsv } from '../../../lib/csv/csv-reader.ts'
import { alsoIn, jointOnGround, type Recorded } from './approved.ground.rules.ts'
import type { Unit } from './approved.earlier.rules.ts'
import { besideEarlier } from './beside.rules.ts'
import { columnsOf, type Column } from './columns.rules.ts'
import { backgrounds, type AnalysisInput, type Background, type Findings, type Respondent } from './findings.ts'
import { groupsOf, type Groups } from './groups.rules.ts'
import { exactLevel } from './levels.rules.ts'
import { weigh } from './weighting.rules.ts'

// Reads what is public about a wave back from pages, files and the API, as somebody from outside would, and tries with all of it
// to find out what single organisations answered.

/** A number of organisations that was read somewhere: `option` null for all who answered. */
type Fact = {
  readonly question: string
  readonly option: string | null
  readonly group: { readonly by: string; readonly of: readonly string[] } | null
  readonly count: number
  readonly to: number | null
}

/** Everything public about one release. */
export type Read = {
  readonly pages: readonly string[]
  readonly api: string
  readonly files: ReadonlyMap<string, string>
}

/** A release that was read, with what the attack needs of the truth: who was in it. */
export type Out = { readonly read: Read; readonly respondents: readonly Respondent[] }

const decoded = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

type HtmlTable = { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly string[][] }

function tablesIn(html: string): HtmlTable[] {
  const inside = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<${tag}[ >][^]*?</${tag}>`, 'g'))].map(([each]) => each)
  return inside(html, 'table').map((table) => {
    const [head = [], ...rows] = inside(table, 'tr').map((row) =>
      [...row.matchAll(/<(th|td)[ >][^]*?<\/\1>/g)].map(([cell]) => decoded(cell)),
    )
    return { caption: decoded(inside(table, 'caption')[0] ?? ''), head, rows }
  })
}

const findingsIn = (api: string): Findings =>
  (JSON.parse(api) as { document: { findings: Findings } }).document.findings

/** The counts in the tables of the pages. */
function factsOnPages(pages: readonly string[], findings: Findings): Fact[] {
  const captions: Readonly<Record<string, Background>> = {
    'Naar soort organisatie': 'type',
    'Naar grootte': 'size',
    'Naar provincie': 'region',
  }
  return pages.flatMap((page) => {
    const sections = page.split('<section class="plein-poll"').slice(1)
    return sections.flatMap((section) => {
      const heading = decoded(/<h[12][^>]*>[^]*?<\/h[12]>/.exec(section)?.[0] ?? '')
      const found = findings.questions.find(({ text, row }) => heading === `${text.nl}${row ? ` : ${row.nl}` : ''}`)
      if (!found) return []
      const question = found.key
      const optionOf = (label: string) => found.options.find((each) => each.label.nl === label)?.key ?? null
      return tablesIn(section).flatMap(({ caption, head, rows }): Fact[] => {
        const by = captions[caption]
        if (by === undefined && caption !== (found.row ?? found.text).nl) return []
        if (by === undefined)
          return rows.flatMap((row): Fact[] => {
            const count = row[head.indexOf('Aantal')] ?? row.find((cell) => / van \d/.test(cell)) ?? ''
            const [, n, base] = /^(\d+) van (\d+)$/.exec(count) ?? []
            const wave = head.indexOf('Peiling')
            const option = optionOf(row[0] ?? '')
            if (!n || !base || option === null || (wave >= 0 && row[wave] !== findings.wave.label)) return []
            return [
              { question, option, group: null, count: Number(n), to: found.roundedTo },
              { question, option: null, group: null, count: Number(base), to: null },
            ]
          })
        const table = found.tables.find((each) => each.by === by)
        return rows.flatMap((row, at): Fact[] => {
          const group = { by, of: table?.groups[at]?.of ?? [] }
          const size = /\((\d+) /.exec(row[0] ?? '')?.[1]
          return [
            ...(size ? [{ question, option: null, group, count: Number(size), to: null }] : []),
            ...row.slice(1).flatMap((cell, column): Fact[] => {
              const count = /^(?:[\d,]+ ?% )?\(?(\d+)\)?$/.exec(cell)?.[1]
              const option = optionOf(head[column + 1] ?? '')
              return count && option !== null
                ? [{ question, option, group, count: Number(count), to: table?.roundedTo ?? null }]
                : []
            }),
          ]
        })
      })
    })
  })
}

/** The counts in the answer of the API. */
const factsInApi = (findings: Findings): Fact[] =>
  findings.questions.flatMap(({ key: question, base, options, tables, roundedTo }) => [
    ...(base.count === null ? [] : [{ question, option: null, group: null, count: base.count, to: null }]),
    ...options.flatMap(({ key, level }) =>
      level.status === 'hidden' ? [] : [{ question, option: key, group: null, count: level.count, to: roundedTo }],
    ),
    ...tables.flatMap((table) =>
      table.groups.flatMap((own, at): Fact[] => {
        const group = { by: table.by, of: own.of }
        return [
          ...(own.base === null ? [] : [{ question, option: null, group, count: own.base, to: null }]),
          ...table.rows.flatMap(({ option, cells }): Fact[] => {
            const cell = cells[at]
            return cell && cell.status !== 'hidden'
              ? [{ question, option, group, count: cell.count, to: table.roundedTo }]
              : []
          }),
        ]
      }),
    ),
  ])

/** The counts of `tables.csv`. */
function factsInTables(csv: string, findings: Findings): Fact[] {
  const [, ...rows] = linesOf(csv)
  return rows.flatMap(([id = '', option = '', column = '', n = '', base = '', , , , status]): Fact[] => {
    if (status === 'hidden') return []
    const found = findings.questions.find(({ key, tables }) => key === id || tables.some((table) => table.id === id))
    const table = found?.tables.find((each) => each.id === id)
    const group = table ? { by: table.by, of: table.groups.find(({ key }) => key === column)?.of ?? [] } : null
    if (!found) return []
    const to = (table ?? found).roundedTo
    const question = found.key
    return [
      { question, option, group, count: Number(n), to: status === 'rounded' ? to : null },
      ...(base === '' ? [] : [{ question, option: null, group, count: Number(base), to: null }]),
    ]
  })
}

/** What can be counted from `data.csv`: answers, by the background that is in it. */
function factsInData(csv: string, input: AnalysisInput): Fact[] {
  const [names = [], ...rows] = linesOf(csv)
  const by = backgrounds.find((each) => names.includes(each))
  const values = by ? valuesOf(input, by) : []
  return columnsOf(input.wave).flatMap((column) => {
    if (column.options.length === 0 || column.kind === 'order') return []
    const count = (name: string, value: number, option: string | null) => {
      const at = names.indexOf(name)
      if (at < 0) return []
      const chosen = rows.filter((row) => Number(row[at]) === value)
      if (chosen.length === 0) return []
      const fact = { question: column.key, option, to: null }
      const own = names.indexOf(by ?? '')
      const groups = own < 0 ? [] : [...new Set(rows.map((row) => Number(row[own])))]
      return [
        { ...fact, group: null, count: chosen.length },
        ...groups.flatMap((value_): Fact[] => {
          const category = values[value_ - 1]
          if (!by || category === undefined) return []
          const here = chosen.filter((row) => Number(row[own]) === value_).length
          return [{ ...fact, group: { by, of: [category] }, count: here }]
        }),
      ]
    }
    // What is put together under one code says nothing about one answer.
    return column.options.flatMap(({ key }, at) =>
      column.kind === 'several' ? count(`${column.key}_${key}`, 1, key) : count(column.key, at + 1, key),
    )
  })
}

const linesOf = (csv: string): string[][] => readCsv(csv.replace(/^\uFEFF/, ''))

const valuesOf = ({ wave }: AnalysisInput, by: Background): string[] =>
  [...new Set([...(wave.frame ?? []), ...wave.respondents].map((one) => one[by]))].sort()

/** How an attack went with everything that was read, per question, and which small numbers everybody can work out. */
export type Told = {
  readonly byQuestion: ReadonlyMap<string, Attack>
  readonly workedOut: readonly string[]
  readonly facts: number
}

/** Whether an attack found more than guessing the majority does, and five points: said here, not taken from what is tested. */
export const findsTooMuch = (found: Attack): boolean => gainOf(found) > 0.05 * found.unique

/**
 * The same for one question: beside the five points it may have the luck of so few guesses. Where numbers leave room, a solver
 * takes any solution; among 36 guesses that is 7 or 8 more or less, once in a hundred times.
 */
export const findsMoreThanLuck = (found: Attack): boolean =>
  gainOf(found) > 0.05 * found.unique + (2.5 * Math.sqrt(found.unique)) / 2

/**
 * @param outs all releases of the wave, oldest first
 */
export async function attackOn(input: AnalysisInput, outs: readonly Out[]): Promise<Told> {
  const waves = outs.map(({ respondents }) => ({ ...input.wave, respondents }))
  const allFindings = outs.map(({ read }) => findingsIn(read.api))
  const facts = outs.map(({ read }, at) => {
    const findings = allFindings[at] as Findings
    return [
      ...factsOnPages(read.pages, findings),
      ...factsInApi(findings),
      ...factsInTables(read.files.get('tables.csv') ?? '', findings),
      ...factsInData(read.files.get('data.csv') ?? '', { ...input, wave: waves[at] ?? input.wave }),
    ]
  })
  const columns = waves.map(columnsOf)
  const groups = groupsOf(waves[0] ?? input.wave, [])
  const before = input.earlier.map(({ wave }) => ({ id: wave.id, wave, columns: columnsOf(wave) }))
  const attacks = new Map<string, Attack[]>()
  const workedOut: string[] = []
  for (const [place, column] of (columns.at(-1) ?? []).entries()) {
    if (column.options.length === 0) continue
    const units: Unit[] =
      column.kind === 'several'
        ? column.options.map(({ key }) => ({ column, option: key }))
        : [{ column, option: null }]
    for (const { option } of units) {
      const own = (at: number): Unit => ({ column: columns[at]?.[place] as Column, option })
      const records = outs.map(({ respondents }, at) => recordsOf(own(at), respondents))
      const { participants, only, among } = jointOnGround(
        { by: [], groups, wave: input.wave },
        option === null ? column.options.map(({ key }) => key) : ['yes', 'no'],
        records.at(-1) ?? [],
        records.slice(0, -1).map((earlier) => ({ tables: [], records: earlier })),
        before.flatMap(({ id, wave, columns: was }) => {
          const then = was.find(({ key }) => key === column.key)
          const who = wave.respondents.filter((_, at) => then?.states[at] === 'answered')
          return [{ id, answered: new Set(who.map(({ pseudonym }) => pseudonym)) }]
        }),
      )
      const statements = outs.flatMap((_, at): Statement[] => {
        const within = (at === outs.length - 1 ? only : among[at]) ?? {}
        const wave = waves[at] ?? input.wave
        const weighed = weigh(wave)
        const printed = allFindings[at]?.questions.find(({ key }) => key === column.key)
        return [
          ...(facts[at] ?? [])
            .filter((fact) => fact.question === column.key)
            .flatMap((fact) => said(participants, within, option, fact)),
          ...(printed
            ? besideEarlier(
                { unit: own(at), wave, weighed, participants, only: within },
                (key) => exactLevel(wave, weighed, own(at).column, key),
                // The change between two shares in whole percents, itself in whole percents, says no more than those.
                { ...printed, options: printed.options.map((each) => ({ ...each, changes: [] })) },
              )
            : []),
          ...(printed ? twiceSaid(participants, within, option, printed) : []),
        ]
      })
      attacks.set(column.question, [
        ...(attacks.get(column.question) ?? []),
        await attack(participants, ['answer'], statements),
      ])
      workedOut.push(
        ...(await smallOnes(participants, groups, only ?? {}, statements)).map(
          (what) => `${column.key}/${option ?? ''} ${what}`,
        ),
      )
    }
  }
  return {
    byQuestion: new Map([...attacks].map(([key, each]) => [key, attacksTogether(each)])),
    workedOut,
    facts: facts.reduce((sum, each) => sum + each.length, 0),
  }
}

function recordsOf({ column, option }: Unit, respondents: readonly Respondent[]): Recorded[] {
  return respondents.flatMap((respondent, at) => {
    if (column.states[at] !== 'answered') return []
    const picks = column.picks[at] ?? []
    return [{ respondent, answer: option === null ? (picks[0] ?? '') : picks.includes(option) ? 'yes' : 'no' }]
  })
}

function said(joint: Joint, within: Among, unit: string | null, { option, group, count, to }: Fact): Statement[] {
  if (unit !== null && option !== null && option !== unit) return []
  const answer: Among = option === null ? {} : { answer: [unit === null ? option : 'yes'] }
  const known = (by: string, of: readonly string[]) =>
    of.filter((each) => joint.dimensions.find(({ name }) => name === by)?.categories.includes(each))
  const place: Among = group === null ? {} : { [group.by]: known(group.by, group.of) }
  const parts = joint.partsWhere({ ...within, ...answer, ...place })
  return [to === null ? exactly(parts, count) : rounded(parts, count, to)]
}

/** What the counts of who answered twice, or once, say about this wave. */
function twiceSaid(
  joint: Joint,
  within: Among,
  unit: string | null,
  { options }: Findings['questions'][number],
): Statement[] {
  return options
    .filter(({ key }) => unit === null || key === unit)
    .flatMap(({ key, changes }) =>
      changes.flatMap(({ since, panel: { cells }, fresh }) => {
        const answer = [unit === null ? key : 'yes']
        const parts = (also: string) => joint.partsWhere({ ...within, answer, [alsoIn(since)]: [also] })
        return [
          ...(cells ? [exactly(parts('yes'), cells.stayed + cells.started)] : []),
          ...(fresh ? [exactly(parts('no'), fresh.second.yes)] : []),
        ]
      }),
    )
}

/** The counts from one to four, by one background at most, whose range is narrower than five for who knows everything public. */
async function smallOnes(
  joint: Joint,
  groups: Groups,
  within: Among,
  statements: readonly Statement[],
): Promise<string[]> {
  const answers = joint.dimensions.find(({ name }) => name === 'answer')?.categories ?? []
  const cells = answers.flatMap((answer) => [
    { name: answer, parts: joint.partsWhere({ ...within, answer: [answer] }) },
    ...backgrounds.flatMap((by) =>
      groups[by].map(({ key, of }) => {
        const known = of.filter((each) => joint.dimensions.find(({ name }) => name === by)?.categories.includes(each))
        return { name: `${answer} ${key}`, parts: joint.partsWhere({ ...within, answer: [answer], [by]: known }) }
      }),
    ),
  ])
  const small = cells.filter(({ parts }) => {
    const count = parts.reduce((sum, part) => sum + (joint.counts[part] ?? 0), 0)
    return count > 0 && count < 5
  })
  const found = await audit(
    joint.counts.length,
    statements,
    small.map(({ parts }) => ({ parts, width: 5 })),
  )
  return small.flatMap(({ name }, at) => (found[at]?.safe === false ? [name] : []))
}

/** The numbers that stand in the questions of a page and that the API does not have, not even in hundredths. */
export function strangeNumbers({ pages, api }: Read): string[] {
  const known = new Set(['0', '25', '50', '75', '100'])
  const note = (value: unknown): void => {
    if (typeof value === 'string') for (const each of value.match(/\d+(?:,\d+)?/g) ?? []) known.add(each)
    if (typeof value === 'number')
      for (const each of [value, value * 100])
        for (const one of [
          each,
          Math.round(each + 1e-9),
          Math.floor(each + 1e-9),
          Math.ceil(each - 1e-9),
          Math.floor(each + 0.5 + 1e-9),
        ])
          known.add(String(Math.abs(Number(one.toFixed(3)))).replace('.', ','))
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(note)
    // Of who answered twice a page shows sums of the four counts, and their shares.
    if (typeof value === 'object' && value !== null && 'stayed' in value) {
      const { stayed, stopped, started, never } = value as Record<'stayed' | 'stopped' | 'started' | 'never', number>
      const all = stayed + stopped + started + never
      note([stayed + stopped, stayed + started, all, (stayed + stopped) / all, (stayed + started) / all])
    }
  }
  note(JSON.parse(api))
  return pages.flatMap((page) =>
    page
      .split('<section class="plein-poll"')
      .slice(1)
      .map((section) => section.slice(0, section.indexOf('</section>')))
      .flatMap((section) => {
        const spoken = [...section.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, text]) => text ?? '')
        const words = [decoded(section.replaceAll(/<a [^]*?<\/a>/g, ' ')), ...spoken].join(' ')
        return (words.replaceAll(/(\d)\.(\d{3})\b/g, '$1$2').match(/\d+(?:,\d+)?/g) ?? []).filter(
          (each) => !known.has(each),
        )
      }),
  )
}
