import { languages, type Lang } from '../words.ts'
import { element, writeXml, type XmlAttributes, type XmlChild, type XmlElement } from '../xml/write.ts'
import {
  isSilent,
  whyNotCodebook,
  type Category,
  type Codebook,
  type DataFile,
  type Said,
  type Statistic,
  type Study,
  type Variable,
  type VariableGroup,
} from './codebook.ts'
import { codebookOf, frameSize } from './text.ts'

const namespaces = { '2.5': 'ddi:codebook:2_5', '2.6': 'ddi:codebook:2_6' } as const

/**
 * Writes a codebook as DDI-Codebook: 2.5, which archives and statistical programs know best, or 2.6. The same codebook gives
 * the same text; there is no date in it that the caller did not give.
 *
 * Texts in two languages stand beside each other, each with its language. Of a study title the second one is a parallel title.
 * Figures are only there when they are given: a count that is kept back is absent, not 0.
 * @throws {RangeError} when the codebook contradicts itself, with the sentence of {@link whyNotCodebook}.
 */
export function writeDdi(codebook: Codebook, version: keyof typeof namespaces = '2.5'): string {
  const wrong = whyNotCodebook(codebook)
  if (wrong) throw new RangeError(wrong)
  const { study, files, variables, groups } = codebook
  const ids = new Map(variables.map(({ name }, index) => [name, `V${index + 1}`]))
  const fileIds = files.map((_, index) => `F${index + 1}`)
  return writeXml(
    element('codeBook', { xmlns: namespaces[version], version, 'xml:lang': study.language }, [
      documentOf(study),
      studyOf(study),
      ...files.map((file, index) => fileOf(file, fileIds[index])),
      element('dataDscr', {}, [
        ...groups.map((group, index) => groupOf(group, `G${index + 1}`, ids)),
        ...variables.map((variable) => variableOf(variable, ids, fileIds.join(' ') || undefined)),
      ]),
    ]),
  )
}

/** One element for each language in which something is said; none when nothing is. */
function said(name: string, words: Said | undefined, attributes: XmlAttributes = {}): XmlElement[] {
  return languages.flatMap((language) => {
    const text = words?.[language]?.trim()
    return text ? [element(name, { ...attributes, 'xml:lang': language }, [text])] : []
  })
}

/** An element around others, left out when there is nothing in it. */
function around(name: string, children: readonly XmlChild[], attributes: XmlAttributes = {}): XmlElement | null {
  return children.some((child) => child !== null && child !== undefined) ? element(name, attributes, children) : null
}

/** The title in the language of the codebook, any other as a parallel one. */
function titles({ title, language }: Study, worded?: (title: string, lang: Lang) => string): XmlElement[] {
  const order = languages.toSorted((one, other) => Number(other === language) - Number(one === language))
  return order
    .flatMap((each) => {
      const text = title[each]?.trim()
      return text ? [{ lang: each, text: worded?.(text, each) ?? text }] : []
    })
    .map(({ lang, text }, index) => element(index === 0 ? 'titl' : 'parTitl', { 'xml:lang': lang }, [text]))
}

function documentOf(study: Study): XmlElement {
  return element('docDscr', {}, [
    element('citation', {}, [
      element('titlStmt', {}, titles(study, codebookOf)),
      element('prodStmt', {}, [
        element('producer', {}, [study.distributor.name]),
        element('prodDate', { date: study.version.on }, [study.version.on]),
      ]),
    ]),
  ])
}

function studyOf(study: Study): XmlElement {
  const { identifier, makers, distributor, distributedOn, version, licence, keywords, collected, nation, frame } = study
  return element('stdyDscr', {}, [
    element('citation', {}, [
      element('titlStmt', {}, [...titles(study), element('IDNo', { agency: identifier.agency }, [identifier.value])]),
      element(
        'rspStmt',
        {},
        makers.map(({ name, affiliation }) => element('AuthEnty', { affiliation }, [name])),
      ),
      around('prodStmt', said('copyright', licence?.words)),
      element('distStmt', {}, [
        element('distrbtr', { URI: distributor.address }, [distributor.name]),
        element('distDate', { date: distributedOn }, [distributedOn]),
      ]),
      element('verStmt', {}, [element('version', { date: version.on }, [version.name])]),
      element('holdings', { URI: study.address }, []),
    ]),
    element('stdyInfo', {}, [
      around(
        'subject',
        keywords.flatMap(({ word, vocabulary, address }) =>
          said('keyword', word, { vocab: vocabulary, vocabURI: address }),
        ),
      ),
      ...said('abstract', study.abstract),
      element('sumDscr', {}, [
        element('collDate', { date: collected.from, event: 'start' }, [collected.from]),
        element('collDate', { date: collected.to, event: 'end' }, [collected.to]),
        ...said('nation', nation.name, { abbr: nation.code }),
        ...said('geogCover', study.place),
        ...said('anlyUnit', study.unit),
        ...said('universe', study.universe),
      ]),
    ]),
    element('method', {}, [
      element('dataColl', {}, [
        ...said('timeMeth', study.rhythm),
        ...said('sampProc', study.sampling),
        frame ? frameOf(frame) : null,
        ...said('collMode', study.mode),
        ...said('weight', study.weighting),
      ]),
      around('anlyInfo', [...said('respRate', study.response), ...said('EstSmpErr', study.uncertainty)]),
    ]),
    around('dataAccs', [
      around('useStmt', [
        ...said('citReq', study.citation),
        ...(licence ? [element('conditions', {}, [licence.address])] : []),
      ]),
    ]),
  ])
}

function frameOf({ name, size, about }: NonNullable<Study['frame']>): XmlElement {
  return element('sampleFrame', {}, [
    element('sampleFrameName', {}, [name]),
    ...said('txt', about),
    ...said('txt', size === undefined ? undefined : frameSize(size)),
  ])
}

function fileOf(file: DataFile, id: string | undefined): XmlElement {
  return element('fileDscr', { ID: id }, [
    element('fileTxt', {}, [
      element('fileName', {}, [file.name]),
      file.sha256 === undefined
        ? null
        : element('dataFingerprint', { type: 'dataFile' }, [
            element('digitalFingerprintValue', {}, [file.sha256]),
            element('algorithmSpecification', {}, ['SHA-256']),
          ]),
      element('dimensns', {}, [
        element('caseQnty', {}, [String(file.cases)]),
        element('varQnty', {}, [String(file.variables)]),
      ]),
      element('fileType', { charset: file.charset }, [file.type]),
    ]),
  ])
}

const groupTypes = { 'multiple-answers': 'multipleResp', grid: 'grid' } as const

function groupOf(group: VariableGroup, id: string, ids: ReadonlyMap<string, string>): XmlElement {
  const members = group.variables.map((name) => ids.get(name)).join(' ')
  return element('varGrp', { ID: id, name: group.name, type: groupTypes[group.kind], var: members }, [
    ...said('labl', group.label),
    ...said('universe', group.universe),
  ])
}

const representations = { codes: 'code', numbers: 'numeric', texts: 'text', days: 'datetime' } as const

function variableOf(variable: Variable, ids: ReadonlyMap<string, string>, files: string | undefined): XmlElement {
  const { name, holds, weightedBy, question, categories = [], statistics = [], from, to } = variable
  const weight = weightedBy === undefined ? undefined : ids.get(weightedBy)
  return element(
    'var',
    {
      ID: ids.get(name),
      name,
      files,
      wgt: variable.isWeight ? 'wgt' : undefined,
      'wgt-var': weight,
      dcml: variable.decimals,
      intrvl: holds === 'numbers' ? 'contin' : 'discrete',
      nature: variable.measure,
      representationType: representations[holds],
    },
    [
      ...said('labl', variable.label),
      question ? questionOf(question) : null,
      from === undefined && to === undefined ? null : rangeOf(from, to),
      ...said('universe', variable.universe),
      ...statistics.map((statistic) => statisticOf(statistic, weight)),
      ...said('txt', variable.about),
      ...categories.map(categoryOf),
      element('varFormat', formatOf(variable), []),
    ],
  )
}

function questionOf({ number, before, text, after }: NonNullable<Variable['question']>): XmlElement | null {
  if ([before, text, after].every((words) => !words || isSilent(words))) return null
  return element('qstn', { seqNo: number }, [
    ...said('preQTxt', before),
    ...said('qstnLit', text),
    ...said('postQTxt', after),
  ])
}

function rangeOf(from: number | undefined, to: number | undefined): XmlElement {
  const whole = [from, to].every((end) => end === undefined || Number.isInteger(end))
  return element('valrng', {}, [element('range', { UNITS: whole ? 'INT' : 'REAL', min: from, max: to })])
}

const statisticTypes: Readonly<Record<Statistic['what'], string>> = {
  mean: 'mean',
  median: 'medn',
  mode: 'mode',
  valid: 'vald',
  invalid: 'invd',
  lowest: 'min',
  highest: 'max',
  'standard-deviation': 'stdev',
}

function statisticOf({ what, value, weighted }: Statistic, weight: string | undefined): XmlElement {
  const attributes = weighted ? { wgtd: 'wgtd', 'wgt-var': weight } : {}
  return element('sumStat', { ...attributes, type: statisticTypes[what] }, [String(value)])
}

function categoryOf({ value, label, missing, count }: Category): XmlElement {
  return element('catgry', { missing: missing ? 'Y' : undefined }, [
    element('catValu', {}, [String(value)]),
    ...said('labl', label),
    count === undefined ? null : element('catStat', { type: 'freq' }, [String(count)]),
  ])
}

function formatOf({ holds, categories = [] }: Variable): XmlAttributes {
  if (holds === 'days') return { type: 'character', schema: 'ISO', category: 'date', formatname: 'YYYY-MM-DD' }
  const letters = holds === 'texts' || categories.some(({ value }) => typeof value === 'string')
  return { type: letters ? 'character' : 'numeric' }
}
