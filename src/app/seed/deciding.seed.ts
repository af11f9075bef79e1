import {
  answerFor,
  proposeRule,
  rewriteFields,
  proceed,
  stopKeeping,
  suggestChange,
} from '../../rooms/knowledge/public.ts'
import { demoLeaving, demoShared, demoSuggestion, demoWantedRule } from '../demo/deciding.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

/** Two partners agree to decide together about an item; a change of it waits for the second. An expert suggests another; a steward stops. */
export async function decideTogether(story: Story, cast: Cast, items: ReadonlyMap<string, string>): Promise<void> {
  const { vault } = story.platform
  const idOf = (slug: string) => items.get(slug) ?? ''
  const { rule, change } = demoShared
  const shared = idOf(demoShared.item)
  const editor = cast.personOf(rule.by.editor)
  const organisation = cast.organisationOf(rule.by.organisation)
  const doer = { person: editor, edits: new Set([organisation]) }
  await story.as(editor, rule.daysAgo, (tx, now) =>
    proposeRule(tx, vault, shared, { organisation, rule: 'two', silenceDays: null, reason: rule.why }, now),
  )
  await story.as(cast.personOf(rule.yes.editor), rule.daysAgo - 2, (tx, now) =>
    answerFor(tx, vault, shared, { says: 'yes', reason: rule.yes.why }, now),
  )
  await story.as(editor, change.daysAgo, async (tx, now) => {
    const version = await rewriteFields(
      tx,
      vault,
      shared,
      [{ field: 'summary', after: change.summary }],
      change.why,
      doer,
      now,
    )
    await proceed(tx, vault, shared, version, doer, now)
    await answerFor(tx, vault, shared, { says: 'yes', reason: change.why }, now)
  })

  const suggester = cast.personOf(demoSuggestion.person)
  await story.as(suggester, demoSuggestion.daysAgo, (tx, now) =>
    suggestChange(
      tx,
      vault,
      demoSuggestion.item,
      { person: suggester, fields: demoSuggestion.fields, reason: demoSuggestion.why },
      now,
    ),
  )

  const { why, daysAgo } = demoLeaving
  await story.as(cast.personOf(demoLeaving.editor), daysAgo, (tx, now) =>
    stopKeeping(
      tx,
      vault,
      idOf(demoLeaving.item),
      { organisation: cast.organisationOf(demoLeaving.organisation), reason: why },
      now,
    ),
  )

  await story.as(cast.personOf(demoWantedRule.editor), demoWantedRule.daysAgo, (tx, now) =>
    proposeRule(
      tx,
      vault,
      idOf(demoWantedRule.item),
      {
        organisation: cast.organisationOf(demoWantedRule.organisation),
        rule: 'two',
        silenceDays: null,
        reason: demoWantedRule.why,
      },
      now,
    ),
  )
}
