import { z } from 'zod'
import type { Section } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { linkFor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { answerFaultErrors } from '../../questionnaires/public.ts'
import { keepAnswers, lastTime, openFilling, type Filling } from './filling.actions.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { whyNotFilled } from './filling.rules.ts'
import { markPart, partOfLink } from './parts.actions.ts'
import { unknown } from '../problems.ts'
import { goOf, neighbours, onPage, readPage, valuesOnPage, type Pressed } from './sections.rules.ts'
import { PartDonePage, SectionPage, type SectionProps } from './sections.views.tsx'

/** Whose page a section stands on: that of the sheet itself, or of a colleague. */
type Place = {
  readonly filling: Filling
  readonly section: Section
  /** The number of the part; null on the page of the sheet itself. */
  readonly part: string | null
}

const sectionOf = ({ sheet }: Filling, key: string): Section => {
  const section = sheet.definition.sections.find((each) => each.key === key)
  if (section === undefined) throw unknown()
  return section
}

type Find = (tx: Tx, visit: Visit) => Promise<Place>

const ownPlace: Find = async (tx, visit) => {
  const filling = await openFilling(tx, visit.platform.vault, visit.subject())
  return { filling, section: sectionOf(filling, visit.param('section')), part: null }
}

const handedPlace: Find = async (tx, visit) => {
  const part = visit.subject()
  const { sheet, section } = await partOfLink(tx, part)
  const filling = await openFilling(tx, visit.platform.vault, sheet)
  return { filling, section: sectionOf(filling, section), part }
}

const whereTo = (visit: Visit, { section, part }: Place) => {
  const link = visit.param('link')
  return part === null
    ? { page: paths.section(link, section.key), keep: paths.keep(link, section.key) }
    : { page: paths.part(link), keep: paths.partKeep(link) }
}

async function show(visit: Visit, place: Place, failed: { sent: ActVisit['sent']; pressed: Pressed } | null = null) {
  const { filling, section, part } = place
  const { definition, answers } = filling.sheet
  const last = filling.earlier === null ? {} : await visit.house((tx) => lastTime(tx, visit.platform.vault, filling))
  const before = failed === null ? answers : failed.pressed.after
  const props: SectionProps = {
    frame: visit.frame(),
    link: visit.param('link'),
    definition,
    meanings: filling.sheet.meanings,
    section,
    onPage: onPage(definition, section, before),
    input: failed === null ? valuesOnPage(section, answers, last, visit.lang) : failed.sent,
    errors: failed === null ? {} : answerFaultErrors(failed.pressed.faults, visit.lang),
    last: part === null ? Object.fromEntries(Object.entries(last).filter(([key]) => !Object.hasOwn(answers, key))) : {},
    answers: before,
    savedAt: filling.sheet.savedAt,
    more: visit.query('erbij') !== null,
    handed: part !== null,
    newKey: visit.newKey(),
    ...whereTo(visit, place),
  }
  return visit.html(<SectionPage {...props} />, failed === null ? 200 : 422)
}

const whenOver = (visit: Visit, { filling, part }: Place): Response | null => {
  const why = whyNotFilled(filling)
  if (why === null) return null
  return part === null
    ? visit.redirect(paths.start(visit.param('link')))
    : visit.redirect(paths.partDone(visit.param('link')))
}

async function look(visit: Visit, find: Find): Promise<Response> {
  const place = await visit.house((tx) => find(tx, visit))
  return whenOver(visit, place) ?? show(visit, place)
}

const reading = (visit: ActVisit, { filling, section }: Place): Pressed =>
  readPage(filling.sheet.definition, section, visit.sent, filling.sheet.answers, visit.lang)

const keeping =
  ({ filling, part }: Place, { asked, answers }: Pressed, visit: Visit) =>
  (tx: Tx) =>
    keepAnswers(
      tx,
      visit.platform.vault,
      filling.sheet.id,
      { asked, answers, part, untouched: filling.untouched },
      visit.now,
    )

/** Where a press leads once its answers are kept. */
function departure(visit: ActVisit, place: Place, pressed: Pressed): string {
  const link = visit.param('link')
  const go = goOf(visit.sent)
  const { page: here } = whereTo(visit, place)
  if (whyNotFilled(place.filling) === 'closed')
    return place.part === null ? `${paths.start(link)}?bewaard` : paths.partDone(link)
  if (go === 'stop') return `${paths.start(link)}?bewaard`
  if (pressed.more && go !== 'back') return `${here}?erbij`
  if (place.part !== null) return go === 'done' ? paths.partDone(link) : `${here}?bewaard`
  const { before, behind } = neighbours(place.filling.sheet.definition, place.section.key, pressed.after)
  const next = go === 'back' ? before : behind
  if (next !== null) return paths.section(link, next)
  return go === 'back' ? paths.start(link) : paths.summary(link)
}

type Pressing = { readonly place: Place; readonly pressed: Pressed }

async function press(visit: ActVisit, find: Find): Promise<Response> {
  return visit.act(
    async (tx): Promise<Pressing> => {
      const place = await find(tx, visit)
      const pressed = reading(visit, place)
      if (pressed.faults.length > 0) return { place, pressed }
      await keeping(place, pressed, visit)(tx)
      if (place.part !== null && goOf(visit.sent) === 'done' && !pressed.more)
        await markPart(tx, place.part, true, visit.now)
      return { place, pressed }
    },
    ({ place, pressed }) => (pressed.faults.length > 0 ? null : departure(visit, place, pressed)),
    async ({ place, pressed }) => {
      // What holds is kept even so: whoever stops here loses only what has to be mended.
      await visit.house(keeping(place, pressed, visit))
      return show(visit, place, { sent: visit.sent, pressed })
    },
  )
}

// Script saves while somebody is filling in; the press of a button comes after it, with a key of its own.
async function keepMeanwhile(visit: ActVisit, find: Find): Promise<Response> {
  const { faults } = await visit.house(async (tx) => {
    const place = await find(tx, visit)
    const pressed = reading(visit, place)
    // A field that this section does not have: whoever sends it does not use our page.
    if (!pressed.faults.some(foreign)) await keeping(place, pressed, visit)(tx)
    return pressed
  })
  const fields = faults.map(({ field }) => field)
  return faults.some(foreign)
    ? visit.json({ faults: fields }, 422)
    : visit.json({ savedAt: visit.now.toISOString(), faults: fields })
}

const foreign = ({ question }: Pressed['faults'][number]) => question === ''

// Which fields there are, the questionnaire says; each page holds what it gets against its own section.
const anything = z.looseObject({})
const bySheet = { who: linkFor('sheet'), rate: 'working', data: 'personal' } as const
const byPart = { who: linkFor('sheet-part'), rate: 'working', data: 'personal' } as const

export const sectionRoutes: readonly Route[] = [
  page(paths.section(':link', ':section'), bySheet, (visit) => look(visit, ownPlace)),
  action(paths.section(':link', ':section'), { ...bySheet, input: anything }, (visit) => press(visit, ownPlace)),
  action(paths.keep(':link', ':section'), { ...bySheet, input: anything }, (visit) => keepMeanwhile(visit, ownPlace)),
  page(paths.part(':link'), byPart, (visit) => look(visit, handedPlace)),
  action(paths.part(':link'), { ...byPart, input: anything }, (visit) => press(visit, handedPlace)),
  action(paths.partKeep(':link'), { ...byPart, input: anything }, (visit) => keepMeanwhile(visit, handedPlace)),
  page(paths.partDone(':link'), byPart, async (visit) => {
    const { filling, section } = await visit.house((tx) => handedPlace(tx, visit))
    return visit.html(
      <PartDonePage frame={visit.frame()} link={visit.param('link')} section={section} over={whyNotFilled(filling)} />,
    )
  }),
]
