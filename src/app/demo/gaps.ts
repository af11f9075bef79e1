import type { ThemeId } from '../../rooms/terms/public.ts'

type DemoGap = {
  readonly title: string
  readonly why: string
  readonly also: string
  readonly themes: readonly ThemeId[]
  readonly openedDaysAgo: number
  /** Slugs of an editor and of a partner of theirs. */
  readonly editor: string
  readonly adopted?: { readonly organisation: string; readonly daysAgo: number; readonly forDays: number }
  /** Slug of the item that closed it. */
  readonly closed?: { readonly with: string; readonly daysAgo: number }
}

/** What the demo network does not know yet: one open, one that a partner took on, one that an item closed. */
export const demoGaps: readonly DemoGap[] = [
  {
    title: 'Wat helpt bij een uitkering na jaren van betaald vrijwilligerswerk?',
    why: 'Wie jarenlang een vergoeding kreeg, weet vaak niet wat er met een uitkering gebeurt bij een vaste baan. Daardoor durven mensen niet over te stappen.',
    also: 'overstappen naar loondienst',
    themes: ['povertyDebt', 'activation'],
    openedDaysAgo: 20,
    editor: 'ineke-vos',
  },
  {
    title: 'Hoe steun je grootouders die voor hun kleinkind zorgen?',
    why: 'Grootouders vallen vaak buiten de regels voor ouders en voor pleegouders. Zij zoeken steun van mensen die dit ook meemaken.',
    also: 'opa en oma als opvoeder, kleinkind in huis',
    themes: ['relatives', 'informalCare'],
    openedDaysAgo: 45,
    editor: 'rachid-el-amrani',
    adopted: { organisation: 'naastenvereniging-schouder', daysAgo: 12, forDays: 90 },
  },
  {
    title: 'Hoe bereik je ouders van dakloze jongeren?',
    why: 'Opvang en gemeente praten met jongeren, maar weten niet hoe zij ouders vinden.',
    also: 'thuisloze jongeren, ouders vinden',
    themes: ['relatives', 'homelessness', 'youth'],
    openedDaysAgo: 120,
    editor: 'rachid-el-amrani',
    closed: { with: 'ouders-van-dakloze-jongeren-bereiken', daysAgo: 60 },
  },
]
