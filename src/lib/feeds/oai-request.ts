import type { OaiPosition } from './oai-position.ts'

export type OaiVerb = 'Identify' | 'ListMetadataFormats' | 'ListSets' | 'GetRecord' | 'ListIdentifiers' | 'ListRecords'

export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noMetadataFormats'
  | 'noSetHierarchy'

export type OaiError = { readonly code: OaiErrorCode; readonly message: string }

/** What is asked, once the arguments were found right. */
export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string }
  | { readonly verb: 'ListSets' }
  | { readonly verb: 'GetRecord'; readonly identifier: string }
  | ({ readonly verb: 'ListIdentifiers' | 'ListRecords' } & OaiSelection)
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly position: OaiPosition }

/** Which records: changed from the first moment up to and including the second. Absent: no limit on that side. */
export type OaiSelection = { readonly from?: Date; readonly until?: Date; readonly set?: string }

export type OaiRead =
  | { readonly ok: true; readonly request: OaiRequest }
  | { readonly ok: false; readonly errors: readonly OaiError[] }

/** Opens a token: the position inside, or null when it is not (or no longer) one of ours. Checking its signature belongs here. */
export type OpenToken = (token: string) => OaiPosition | null

const allowed: Readonly<
  Record<OaiVerb, { readonly must: readonly string[]; readonly may: readonly string[]; readonly pages: boolean }>
> = {
  Identify: { must: [], may: [], pages: false },
  ListMetadataFormats: { must: [], may: ['identifier'], pages: false },
  ListSets: { must: [], may: [], pages: true },
  GetRecord: { must: ['identifier', 'metadataPrefix'], may: [], pages: false },
  ListIdentifiers: { must: ['metadataPrefix'], may: ['from', 'until', 'set'], pages: true },
  ListRecords: { must: ['metadataPrefix'], may: ['from', 'until', 'set'], pages: true },
}

const isVerb = (verb: string): verb is OaiVerb => Object.hasOwn(allowed, verb)
const prefixShape = /^[A-Za-z0-9\-_.!~*'()]{1,200}$/
const setShape = /^[A-Za-z0-9\-_.!~*'()]{1,200}(?::[A-Za-z0-9\-_.!~*'()]{1,200}){0,20}$/
const wrong = (code: OaiErrorCode, message: string): OaiRead => ({ ok: false, errors: [{ code, message }] })

/**
 * Checks the arguments of a request as OAI-PMH 2.0 asks per verb. Our granularity is the second; a day is taken too.
 * @param given every argument in the order of the address or form, doubles included: those are an error.
 */
export function readOaiRequest(given: readonly (readonly [string, string])[], openToken: OpenToken): OaiRead {
  const verbs = given.filter(([name]) => name === 'verb')
  const verb = verbs[0]?.[1]
  if (verb === undefined) return wrong('badVerb', 'The argument verb is missing.')
  if (verbs.length > 1) return wrong('badVerb', 'The argument verb is given more than once.')
  if (!isVerb(verb)) return wrong('badVerb', 'This verb is not one of OAI-PMH 2.0.')

  const { must, may, pages } = allowed[verb]
  const rest = given.filter(([name]) => name !== 'verb')
  const values = new Map(rest)
  const errors: OaiError[] = []
  const bad = (message: string) => errors.push({ code: 'badArgument', message })
  for (const name of values.keys()) {
    if (![...must, ...may, ...(pages ? ['resumptionToken'] : [])].includes(name))
      bad(`The argument ${named(name)} does not belong to ${verb}.`)
    if (rest.filter(([other]) => other === name).length > 1) bad(`The argument ${named(name)} is given more than once.`)
  }
  const token = values.get('resumptionToken')
  if (pages && token !== undefined) {
    if (values.size > 1) bad('The argument resumptionToken goes with no other argument than verb.')
    return errors.length > 0 ? { ok: false, errors } : opened(verb, token, openToken)
  }
  for (const name of must) if (!values.has(name)) bad(`The argument ${name} is missing.`)

  const prefix = values.get('metadataPrefix')
  if (prefix !== undefined && !prefixShape.test(prefix))
    bad('The argument metadataPrefix holds characters that it may not have.')
  const identifier = values.get('identifier')
  if (identifier !== undefined && !/^[^\s<>"{}|\\^`]{1,500}$/.test(identifier))
    bad('The argument identifier is not an address (URI).')
  const set = values.get('set')
  if (set !== undefined && !setShape.test(set)) bad('The argument set holds characters that it may not have.')
  const from = values.get('from')
  const until = values.get('until')
  const first = from === undefined ? undefined : momentOf(from, false)
  const last = until === undefined ? undefined : momentOf(until, true)
  if (first === null) bad('The argument from is not a date as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  if (last === null) bad('The argument until is not a date as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  if (from !== undefined && until !== undefined && first && last) {
    if (from.length !== until.length) bad('The arguments from and until differ in precision.')
    else if (first > last) bad('The argument from lies after until.')
  }
  if (errors.length > 0) return { ok: false, errors }
  if (prefix !== undefined && prefix !== 'oai_dc') return wrong('cannotDisseminateFormat', 'Only oai_dc is given.')

  if (verb === 'Identify' || verb === 'ListSets') return { ok: true, request: { verb } }
  if (verb === 'ListMetadataFormats')
    return { ok: true, request: identifier === undefined ? { verb } : { verb, identifier } }
  if (verb === 'GetRecord') return { ok: true, request: { verb, identifier: identifier ?? '' } }
  const selection = {
    ...(first ? { from: first } : {}),
    ...(last ? { until: last } : {}),
    ...(set === undefined ? {} : { set }),
  }
  return { ok: true, request: { verb, ...selection } }
}

function opened(verb: OaiVerb, token: string, openToken: OpenToken): OaiRead {
  const position = token.length > 2000 ? null : openToken(token)
  // Sets are always given at once: no token for them was ever made.
  if (position === null || position.verb !== verb)
    return wrong('badResumptionToken', 'This token is not valid, or no longer. Begin again without it.')
  return { ok: true, request: { verb: position.verb, position } }
}

const named = (name: string) => (/^[A-Za-z]{1,40}$/.test(name) ? name : 'with another name')

/** A day or a second in UTC; for `until` the last moment of it. */
function momentOf(text: string, last: boolean): Date | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  if (!isDay && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return null
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(text.slice(0, 19))) return null
  return last ? new Date(moment.getTime() + (isDay ? 86_400_000 : 1000) - 1) : moment
}
