import type { Catalogue, Distribution, FileType } from '../../../lib/rdf/dcat.ts'
import { languages } from '../../../lib/words.ts'
import { catalogueWords } from './catalogue.text.ts'
import { outPaths } from './out.paths.ts'
import type { Standing } from './out.sql.ts'

const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl'

type Said = (typeof catalogueWords)['nl']
const worded = (pick: (words: Said) => string) => languages.map((lang) => ({ lang, text: pick(catalogueWords[lang]) }))

/** What the plein gives, as an entry for catalogues of open data. An empty square counts as changed when it was made. */
export function catalogueOf(origin: string, now: Standing): Catalogue {
  const at = (path: string) => `${origin}${path}`
  const modified = now.changed ?? new Date(0)
  const agent = { iri: at('/#organisatie'), name: [{ lang: 'nl' as const, text: 'Ervaringsplein' }] }
  const common = {
    publisher: agent,
    creator: agent,
    contactPoint: { iri: at('/vraag#contact'), name: catalogueWords.nl.contact, email: null, page: at('/vraag') },
    languages: ['NLD', 'ENG'] as const,
  }
  const subject = {
    accessRight: 'PUBLIC' as const,
    themes: ['SOCI', 'HEAL'] as const,
    keywords: languages.flatMap((lang) => catalogueWords[lang].keywords.map((text) => ({ lang, text }))),
    landingPage: at(outPaths.catalogue),
    documentation: [at(outPaths.catalogue)],
  }
  const file = (
    path: string,
    title: (words: Said) => string,
    fileType: FileType,
    mediaType: string,
    accessService: string | null = null,
  ): Distribution => ({
    iri: at(`${outPaths.catalogue}#${fileType.toLowerCase()}`),
    title: worded(title),
    accessUrl: at(path),
    downloadUrl: accessService === null ? at(path) : null,
    licence: cc0,
    fileType,
    mediaType,
    // The files are written while they are read: nobody knows how long they will be.
    bytes: null,
    sha256: null,
    modified: now.changed,
    languages: ['NLD', 'ENG'],
    conformsTo: [],
    accessService,
  })
  const set = at(`${outPaths.catalogue}#kennis`)
  const service = at(`${outPaths.catalogue}#oai`)
  return {
    iri: at(outPaths.catalogue),
    title: worded((words) => words.catalogue),
    description: worded((words) => words.catalogueAbout),
    ...common,
    licence: cc0,
    modified,
    homepage: at('/'),
    datasets: [
      {
        iri: set,
        title: worded((words) => words.set),
        description: worded((words) => words.setAbout),
        ...common,
        ...subject,
        conformsTo: [],
        issued: now.first,
        modified,
        version: null,
        distributions: [
          file(outPaths.setLines, (words) => words.files.lines[0] ?? '', 'JSON', 'application/json'),
          file(outPaths.setTable, (words) => words.files.table[0] ?? '', 'CSV', 'text/csv'),
          file(outPaths.allFeed('atom'), (words) => words.files.atom[0] ?? '', 'ATOM', 'application/atom+xml'),
          file(outPaths.oai, (words) => words.files.oai[0] ?? '', 'XML', 'application/xml', service),
        ],
      },
    ],
    services: [
      {
        iri: service,
        title: worded((words) => words.service),
        description: worded((words) => words.serviceAbout),
        ...common,
        ...subject,
        licence: cc0,
        conformsTo: ['http://www.openarchives.org/OAI/2.0/'],
        modified,
        endpointUrl: at(outPaths.oai),
        endpointDescription: at(outPaths.catalogue),
        serves: [set],
      },
    ],
  }
}
