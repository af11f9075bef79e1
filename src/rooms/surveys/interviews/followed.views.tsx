import { href, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { knowledgePaths } from '../../knowledge/public.ts'
import type { Followed } from './followed.sql.ts'
import { interviewWords } from './interviews.text.ts'

/** On the results of a wave: talks, and what came of them. */
export const WhatFollowed = ({ frame, followed }: { frame: PageFrame; followed: Followed | null }) => {
  const { lang } = frame
  const words = interviewWords[lang].followed
  if (followed === null) return null
  const { interviews, items } = followed
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      <Paragraph>
        {interviews === null ? words.someTalks : words.talks(interviews)} {items.length === 0 ? null : words.items}
      </Paragraph>
      {items.length === 0 ? null : (
        <List
          items={items.map((item) => (
            <Link href={href(lang, knowledgePaths.item(item.slug))}>
              {item.lang === lang ? item.title : <span lang={item.lang}>{item.title}</span>}
            </Link>
          ))}
        />
      )}
    </section>
  )
}
