import { saidIn, type Definition } from '../../lib/questionnaire/definition.ts'
import type { DefinitionFault } from '../../lib/questionnaire/faults.ts'
import type { Lang } from '../../lib/words.ts'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { buildingWords } from './building.text.ts'
import { faultSentence } from './definition-faults.text.ts'
import { paths } from './paths.ts'
import { showingWords } from './showing.text.ts'
import { Trail } from './trail.views.tsx'

/** Where a fault is mended: its name for people, and the page. */
function placeOf(definition: Definition, { at }: DefinitionFault, id: string, lang: Lang) {
  const words = showingWords[lang].faults
  const [first, s, , q, part] = at
  const section = first === 'sections' && typeof s === 'number' ? definition.sections[s] : undefined
  if (section === undefined)
    return { name: words.whole, path: first === 'sections' ? paths.questionnaire(id) : paths.about(id) }
  const question = typeof q === 'number' ? section.questions[q] : undefined
  if (question === undefined)
    return {
      name: words.section(Number(s) + 1, saidIn(section.title, lang).text),
      path: at.length === 2 ? `${paths.questionnaire(id)}#deel-${section.key}` : paths.section(id, section.key),
    }
  const path = part === 'when' ? paths.when(id, question.key) : paths.question(id, question.key)
  return { name: saidIn(question.text, lang).text || question.key, path }
}

/** What is wrong with a questionnaire, each with a way to where it is mended. */
export const FaultsPage = (props: {
  frame: PageFrame
  id: string
  definition: Definition
  faults: readonly DefinitionFault[]
  notes: readonly DefinitionFault[]
}) => {
  const { frame, id, definition, faults, notes } = props
  const { lang } = frame
  const words = showingWords[lang].faults
  return (
    <Page frame={frame} title={words.title} wide>
      <Trail frame={frame} id={id} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {faults.length === 0 ? (
        <Notice kind="success" lang={lang} live={false}>
          {words.none}
        </Notice>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={faults}
          columns={[
            {
              label: words.where,
              cell: (fault) => {
                const { name, path } = placeOf(definition, fault, id, lang)
                return <Link href={href(lang, path)}>{name}</Link>
              },
            },
            { label: words.what, cell: (fault) => faultSentence(fault, lang) },
          ]}
        />
      )}
      {notes.length === 0 ? null : (
        <>
          <Heading level={2}>{words.notes}</Heading>
          <Paragraph>
            {words.noteRow(notes.length)} {words.notesLead}
          </Paragraph>
        </>
      )}
      <Paragraph>
        <Link href={href(lang, paths.questionnaire(id))}>{buildingWords[lang].question.backTo}</Link>
      </Paragraph>
    </Page>
  )
}
