import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { lines, optional } from '../../../platform/forms.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { askingOf } from '../../questionnaires/public.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { declareComparability, writeBridge } from './comparability.actions.ts'
import { differencesOf, levels, takesBridge } from './comparability.rules.ts'
import { findComparability, listBridges } from './comparability.sql.ts'
import { comparingWords } from './comparability.text.ts'
import { BridgePage, ComparingPage, PairPage, type Compared } from './comparability.views.tsx'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { saidOf } from './series.forms.ts'
import { researching } from './series.web.tsx'
import { getWave, listEarlier, type Wave } from '../waves/waves.sql.ts'
import { waveOf } from '../waves/waves.web.tsx'

const DeclareForm = (lang: Lang) => {
  const words = comparingWords[lang]
  return z.strictObject({
    level: z.enum(levels, words.choose),
    reason: lines({ max: 2000 }, words.reasonErrors),
    reasonEn: optional(lines({ max: 2000 }, words.reasonErrors)),
  })
}
const BridgeForm = (lang: Lang) => {
  const { reasonErrors } = comparingWords[lang]
  return z.strictObject({
    words: optional(lines({ max: 2000 }, reasonErrors)),
    wordsEn: optional(lines({ max: 2000 }, reasonErrors)),
  })
}

type Sent = { readonly input: FormInput; readonly errors: Errors }

const differencesBetween = async (tx: Tx, wave: Wave, earlier: Wave) =>
  earlier.version === null || wave.version === null
    ? null
    : differencesOf(
        await askingOf(tx, earlier.version),
        await askingOf(tx, wave.version),
        await listBridges(tx, wave.id, earlier.id),
      )

/** A wave and the earlier one that the address names. */
async function readPair(tx: Tx, visit: Visit) {
  const { series, wave } = await getWave(tx, ...waveOf(visit))
  const earlier = (await listEarlier(tx, wave)).find(({ slug }) => slug === visit.param('eerder'))
  if (earlier === undefined) throw unknown()
  return { series, wave, earlier, differences: await differencesBetween(tx, wave, earlier) }
}

async function showPair(visit: Visit, sent?: Sent) {
  const seen = await visit.house(async (tx) => {
    const pair = await readPair(tx, visit)
    return { ...pair, said: await findComparability(tx, pair.wave.id, pair.earlier.id) }
  })
  const { said } = seen
  return visit.html(
    <PairPage
      frame={visit.frame()}
      {...seen}
      pageKey={visit.newKey()}
      input={
        sent?.input ?? { level: said?.level ?? '', reason: said?.reason.nl ?? '', reasonEn: said?.reason.en ?? '' }
      }
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showBridge(visit: Visit, sent?: Sent) {
  const pair = await visit.house((tx) => readPair(tx, visit))
  const difference = pair.differences?.find((each) => each.key === visit.param('vraag') && takesBridge(each))
  if (difference === undefined || pair.wave.state === 'published') throw unknown()
  return visit.html(
    <BridgePage
      frame={visit.frame()}
      {...pair}
      difference={difference}
      pageKey={visit.newKey()}
      input={sent?.input ?? { words: difference.bridge?.nl ?? '', wordsEn: difference.bridge?.en ?? '' }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

export const comparabilityRoutes: readonly Route[] = [
  page(paths.comparing(':reeks', ':golf'), researching, async (visit) => {
    const seen = await visit.house(async (tx) => {
      const { series, wave } = await getWave(tx, ...waveOf(visit))
      const compared: Compared[] = []
      for (const earlier of (await listEarlier(tx, wave)).toReversed())
        compared.push({
          earlier,
          said: await findComparability(tx, wave.id, earlier.id),
          blocked:
            (await differencesBetween(tx, wave, earlier))?.filter(({ stands }) => stands === 'blocked').length ?? null,
        })
      return { series, wave, compared }
    })
    return visit.html(<ComparingPage frame={visit.frame()} {...seen} />)
  }),
  page(paths.declare(':reeks', ':golf', ':eerder'), researching, (visit) => showPair(visit)),
  action(paths.declare(':reeks', ':golf', ':eerder'), { ...researching, input: DeclareForm('nl') }, (visit) => {
    const form = visit.read(DeclareForm(visit.lang))
    if (!form.ok) return showPair(visit, form)
    const { level, reason, reasonEn } = form.value
    return visit.act(
      async (tx) => {
        const { wave, earlier } = await readPair(tx, visit)
        const said = { level, reason: saidOf(reason, reasonEn), by: visit.person() }
        await declareComparability(tx, wave.id, earlier.id, said, visit.now)
      },
      () => paths.comparing(...waveOf(visit)),
    )
  }),
  page(paths.bridge(':reeks', ':golf', ':eerder', ':vraag'), researching, (visit) => showBridge(visit)),
  action(paths.bridge(':reeks', ':golf', ':eerder', ':vraag'), { ...researching, input: BridgeForm('nl') }, (visit) => {
    const form = visit.read(BridgeForm(visit.lang))
    if (!form.ok) return showBridge(visit, form)
    const { words, wordsEn } = form.value
    const question = visit.param('vraag')
    return visit.act(
      async (tx) => {
        const { wave, earlier } = await readPair(tx, visit)
        const bridge = { question, words: words === undefined ? null : saidOf(words, wordsEn), by: visit.person() }
        await writeBridge(tx, wave.id, earlier.id, bridge, visit.now)
      },
      () => paths.declare(...waveOf(visit), visit.param('eerder')),
    )
  }),
]
