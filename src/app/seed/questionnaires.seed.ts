import { makeFromTemplate } from '../../rooms/questionnaires/public.ts'
import type { Cast } from './requests.seed.ts'
import type { Story } from './story.ts'

/** The ready questionnaires, made by the researchers of the demo network for a partner each. */
export async function makeQuestionnaires(
  story: Story,
  cast: Cast & { readonly organisationOf: (slug: string) => string },
): Promise<void> {
  for (const [template, researcher, partner, daysAgo] of [
    ['sociaal-werk', 'mariska-de-groot', 'kennishuis-lindenhof', 40],
    ['opvang', 'olivier-maes', 'collectief-ondervonden', 30],
  ] as const) {
    const by = cast.personOf(researcher)
    await story.as(by, daysAgo, (tx, now) =>
      makeFromTemplate(tx, template, { organisation: cast.organisationOf(partner), by }, now),
    )
  }
}
