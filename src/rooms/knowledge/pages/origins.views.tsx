import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { href, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import type { Origin } from './origins.sql.ts'
import { originWords } from './origins.text.ts'

const Words = ({ said, lang }: { said: Said; lang: Lang }) => {
  const { text, lang: own } = saidIn(said, lang)
  return own === lang ? <>{text}</> : <span lang={own}>{text}</span>
}

/** The chain: poll, talks, this item. */
export const Origins = ({ frame, origins }: { frame: PageFrame; origins: readonly Origin[] }) => {
  const { lang } = frame
  const words = originWords[lang]
  if (origins.length === 0) return null
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      {origins.map(({ path, title, label, respondents, interviews }) => (
        <Paragraph>
          <Link href={href(frame, path)}>
            <Words said={title} lang={lang} />, <Words said={label} lang={lang} />
          </Link>
          {respondents === null ? '.' : ` (${words.took(respondents)}).`}{' '}
          {interviews === null ? words.someTalked : words.talked(interviews)} {words.thisItem}
        </Paragraph>
      ))}
    </section>
  )
}
