import { readOaiRequest, type OaiErrorCode, type OaiRequest } from '../../../lib/feeds/oai-request.ts'
import { writeOai, type OaiAnswer } from '../../../lib/feeds/oai.ts'
import type { OaiPosition } from '../../../lib/feeds/oai-position.ts'
import { squarePage, squareQuestion, type Route } from '../../../platform/http/routes.ts'
import type { SquareVisit } from '../../../platform/http/visit.ts'
import { feedWords } from './feeds.text.ts'
import { findRecord, listRepository } from './oai.sql.ts'
import { identifierOf, idOf, membersOf, oaiRecordOf, positionOf, sets, signedToken, walkMs } from './oai.rules.ts'
import { outPaths } from './out.paths.ts'
import { standing } from './out.sql.ts'

const pageOfRecords = 100

const error = (code: OaiErrorCode, message: string): OaiAnswer => ({ errors: [{ code, message }] })
const unknownRecord = () => error('idDoesNotExist', 'There is no record with this identifier.')

type Listing = Extract<OaiRequest, { verb: 'ListIdentifiers' | 'ListRecords' }>

/** One page of a list. Whoever walks on sees the repository as it was at the first page, less what changed since. */
async function listed(visit: SquareVisit, request: Listing, key: Buffer): Promise<OaiAnswer> {
  const { origin } = visit.platform
  const position = 'position' in request ? request.position : null
  const { from, until, set } = 'position' in request ? request.position : request
  const members = membersOf(set)
  const asOf = position?.asOf ?? visit.now
  const id = position === null ? null : idOf(origin, position.after.identifier)
  const after = position === null || id === null ? null : { changed: position.after.changed, id }
  if (members === null) return { verb: request.verb, records: [] }
  // The site was moved while somebody walked.
  if (position !== null && after === null) return error('badResumptionToken', 'This token is not valid any more.')
  const rows = await visit.square((db) =>
    listRepository(
      db,
      {
        from: from ?? null,
        until: until ?? null,
        asOf,
        ...members,
        after,
      },
      pageOfRecords + 1,
    ),
  )
  const shown = rows.slice(0, pageOfRecords)
  const last = shown.at(-1)
  const cursor = position?.cursor ?? 0
  const more = rows.length > pageOfRecords && last !== undefined
  const next: OaiPosition | null = more
    ? {
        verb: request.verb,
        ...(from && { from }),
        ...(until && { until }),
        ...(set !== undefined && { set }),
        asOf,
        after: { changed: last.changed, identifier: identifierOf(origin, last.id) },
        cursor: cursor + shown.length,
      }
    : null
  const page =
    next === null
      ? { token: null, cursor }
      : { token: signedToken(key, next), cursor, expires: new Date(asOf.getTime() + walkMs) }
  return {
    verb: request.verb,
    records: shown.map((row) => oaiRecordOf(row, origin)),
    // A list of one page has no token at all.
    ...((next !== null || position !== null) && { page }),
  }
}

async function answerTo(visit: SquareVisit, request: OaiRequest, key: Buffer): Promise<OaiAnswer> {
  const { origin } = visit.platform
  const find = async (identifier: string) => {
    const id = idOf(origin, identifier)
    return id === null ? undefined : visit.square((db) => findRecord(db, id))
  }
  switch (request.verb) {
    case 'Identify':
      return request
    case 'ListSets':
      return { verb: 'ListSets', sets }
    case 'ListMetadataFormats': {
      const isThere = request.identifier === undefined || (await find(request.identifier)) !== undefined
      return isThere ? { verb: 'ListMetadataFormats' } : unknownRecord()
    }
    case 'GetRecord': {
      const record = await find(request.identifier)
      return record === undefined ? unknownRecord() : { verb: 'GetRecord', record: oaiRecordOf(record, origin) }
    }
    default:
      return listed(visit, request, key)
  }
}

async function answered(visit: SquareVisit, given: readonly (readonly [string, string])[]): Promise<Response> {
  const { origin, vault } = visit.platform
  const key = vault.derive('oai resumption')
  const read = readOaiRequest(given, (token) => positionOf(key, token, visit.now))
  const answer: OaiAnswer = read.ok ? await answerTo(visit, read.request, key) : { errors: read.errors }
  const { hostname } = new URL(origin)
  const isIdentify = 'verb' in answer && answer.verb === 'Identify'
  const repository = {
    name: feedWords.nl.site,
    address: `${origin}${outPaths.oai}`,
    // The one address that every domain with mail has.
    mail: `postmaster@${hostname.includes('.') ? hostname : `${hostname}.localdomain`}`,
    earliest: (isIdentify ? (await visit.square(standing)).first : null) ?? visit.now,
  }
  return visit.file(writeOai(repository, given, answer, visit.now), 'text/xml; charset=utf-8')
}

/** OAI-PMH 2.0: everything public, for libraries and archives. */
export const oaiRoutes: readonly Route[] = [
  squarePage(outPaths.oai, { kind: 'file' }, (visit) =>
    answered(visit, [...new URL(visit.path, visit.platform.origin).searchParams]),
  ),
  squareQuestion(outPaths.oai, { rate: 'reading' }, (visit) => answered(visit, visit.asked)),
]
