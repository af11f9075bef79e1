import { href, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { termPaths } from '../../terms/public.ts'
import type { WritingAdvice } from './writing-advice.rules.ts'
import { adviceWords } from './writing-advice.text.ts'

/** Advice about a text, for who writes it. `advice` is null for a text that is not Dutch. */
export const AdviceNotes = ({ frame, advice }: { frame: PageFrame; advice: WritingAdvice | null }) => {
  const words = adviceWords[frame.lang]
  const whole = new Intl.NumberFormat(frame.lang, { maximumFractionDigits: 0 })
  return (
    <>
      <Heading level={3}>{words.title}</Heading>
      {advice === null ? (
        <Paragraph>{words.onlyDutch}</Paragraph>
      ) : advice.words === 0 || advice.score === null ? (
        <Paragraph>{words.noText}</Paragraph>
      ) : (
        <>
          <Paragraph>
            {words.figures(advice.words, whole.format(advice.wordsPerSentence))}{' '}
            {words.score(whole.format(advice.score))}
          </Paragraph>
          {advice.findings.length === 0 ? (
            <Paragraph>{words.none}</Paragraph>
          ) : (
            <List items={advice.findings.map(words.finding)} />
          )}
          {advice.terms.length === 0 ? null : (
            <>
              <Paragraph>{words.terms}</Paragraph>
              <List
                items={advice.terms.map((term) => (
                  <Link href={href(frame, termPaths.term(term.slug))}>{term.label}</Link>
                ))}
              />
            </>
          )}
          <p class="plein-small">{words.onlyAdvice}</p>
        </>
      )}
    </>
  )
}
