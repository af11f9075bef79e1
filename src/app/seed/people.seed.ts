import { makeOrganisation, makePerson } from '../../rooms/accounts/public.ts'
import type { OrganisationType } from '../../rooms/accounts/public.ts'
import { demoOrganisations } from '../demo/organisations.ts'
import { demoPeople, demoRequesters } from '../demo/people.ts'
import type { Cast } from './requests.seed.ts'
import type { Story } from './story.ts'
import { demoExperts } from '../demo/experts.ts'

/** Makes the organisations and the people of the demo network. @returns who is who, by slug. */
export async function makeDemoPeople(
  story: Story,
): Promise<Cast & { readonly organisationOf: (slug: string) => string }> {
  const { vault } = story.platform
  const longAgo = 400
  const organisations = new Map<string, string>()
  const people = new Map<string, string>()
  await story.asTime(longAgo, async (tx, now) => {
    for (const { slug, name, type, municipality, part } of demoOrganisations)
      organisations.set(
        slug,
        await makeOrganisation(
          tx,
          { slug, name, type: type as OrganisationType, municipality, partner: part === 'partner' },
          now,
        ),
      )
    for (const { slug, name, email, lang, permissions, toTry } of demoPeople)
      people.set(
        slug,
        await makePerson(
          tx,
          vault,
          {
            email,
            name,
            lang,
            demo: { slug, what: toTry },
            permissions: permissions.flatMap((each) => (each.kind === 'editor' ? [] : [each.kind])),
            edits: permissions.flatMap((each) =>
              each.kind === 'editor' ? [known(organisations, each.organisation)] : [],
            ),
          },
          now,
        ),
      )
  })
  return {
    organisationOf: (slug) => known(organisations, slug),
    personOf: (slug) => known(people, slug),
    shownNameOf: (slug) => demoExperts.find((expert) => expert.person === slug)?.shownName ?? slug,
    requesterOf(slug) {
      const requester = demoRequesters.find((each) => each.slug === slug)
      if (!requester) throw new Error(`nobody in the demo is called ${slug}`)
      const organisation = demoOrganisations.find((each) => each.slug === requester.organisation)
      return {
        name: requester.name,
        email: requester.email,
        organisation: organisation?.name ?? null,
        organisationKind: organisation?.type ?? null,
      }
    },
  }
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`the demo names ${slug}, who is not in it`)
  return id
}
