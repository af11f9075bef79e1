import { longDate, type Lang } from '../../lib/words.ts'
import { Notice } from '../../ui/notices.tsx'
import { StatusBadge, type StatusTone } from '../../ui/status.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Decision, DefinitionState } from './framework.rules.ts'
import type { listDefinitions } from './terms.sql.ts'
import { text } from './text.ts'

export type DefinitionRow = Awaited<ReturnType<typeof listDefinitions>>[number]

const tones: Readonly<Record<DefinitionState, StatusTone>> = {
  proposed: 'neutral',
  agreed: 'success',
  contested: 'warning',
  retired: 'neutral',
}

const isLive = (definition: DefinitionRow) => definition.state !== 'retired'

/** Whether there is more to show than the one definition that a page begins with. */
const isPlain = (definitions: readonly DefinitionRow[]) =>
  definitions.length < 2 && definitions.every((each) => each.state === 'proposed')

const OneDefinition = ({ lang, definition }: { lang: Lang; definition: DefinitionRow }) => {
  const words = text[lang].definitions
  const own = definition.text[lang]
  const { source } = definition
  return (
    <article class="plein-card" id={`definitie-${definition.key}`}>
      <p class="plein-card__kind">{definition.working ? words.working : words.owner}</p>
      <Heading level={3}>{definition.owner.name || words.nobody}</Heading>
      <p class="nl-paragraph" lang={own === null ? 'nl' : undefined}>
        {own ?? definition.text.nl}
      </p>
      {own === null ? <p class="plein-small">{words.onlyDutch}</p> : null}
      <ul class="plein-card__meta">
        <li>
          <StatusBadge tone={tones[definition.state]}>{words.states[definition.state]}</StatusBadge>
        </li>
        <li>
          {words.source}:{' '}
          {source === null ? (
            words.shipped
          ) : source.link === null ? (
            <span lang="nl">{source.title}</span>
          ) : (
            <Link href={source.link} rel="noreferrer">
              {source.title}
            </Link>
          )}
        </li>
        {definition.since === null ? null : (
          <li>
            {words.since} {longDate(definition.since, lang)}
          </li>
        )}
      </ul>
    </article>
  )
}

/** Every definition beside the others, with whose it is and how far the partners are. Never one made of two. */
export const Definitions = ({ lang, definitions }: { lang: Lang; definitions: readonly DefinitionRow[] }) => {
  const words = text[lang].definitions
  if (isPlain(definitions)) return null
  const contested = definitions.some((each) => each.state === 'contested')
  return (
    <section aria-labelledby="betekenissen">
      <Heading level={2} id="betekenissen">
        {words.title}
      </Heading>
      {contested ? (
        <Notice kind="info" lang={lang} level={3} heading={words.states.contested}>
          <p class="nl-paragraph">{words.contested}</p>
        </Notice>
      ) : definitions.filter(isLive).length > 1 ? (
        <Paragraph>{words.several}</Paragraph>
      ) : null}
      <div class="plein-cards plein-cards--grid">
        {definitions.map((definition) => (
          <OneDefinition lang={lang} definition={definition} />
        ))}
      </div>
    </section>
  )
}

type DecisionsProps = {
  lang: Lang
  decisions: readonly Decision[]
  definitions: readonly DefinitionRow[]
}

/** What was proposed, what each partner said to it, and what was decided; the newest first. */
export const Decisions = ({ lang, decisions, definitions }: DecisionsProps) => {
  const words = text[lang].definitions
  if (decisions.length === 0) return null
  const day = (moment: string) => longDate(new Date(moment), lang)
  const ownerOf = (key: string) => definitions.find((each) => each.key === key)?.owner.name ?? words.nobody
  return (
    <section aria-labelledby="besluiten">
      <Heading level={2} id="besluiten">
        {words.decisions}
      </Heading>
      {decisions.toReversed().map((each) => (
        <>
          <p class="nl-paragraph">
            {each.definition === null
              ? words.proposedRetiring(each.organisation, day(each.at))
              : words.proposedWorking(each.organisation, day(each.at), ownerOf(each.definition))}{' '}
            {words.because(each.reason)}
          </p>
          <List
            items={[
              ...each.voices.map((voice) =>
                voice.answer === 'agree'
                  ? words.agrees(voice.organisation)
                  : words.objects(voice.organisation, voice.reason ?? ''),
              ),
              each.outcome === null || each.decidedAt === null ? words.open : words[each.outcome](day(each.decidedAt)),
            ]}
          />
        </>
      ))}
    </section>
  )
}
