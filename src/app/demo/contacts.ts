import type { ExpertRoleId, ThemeId } from '../../rooms/terms/public.ts'

/** An organisation that agreed to be approached. */
export type DemoContact = {
  readonly organisation: string
  /** Slug of the editor who wrote it down. */
  readonly by: string
  readonly daysAgo: number
  readonly functionName: string | null
  readonly themes: readonly ThemeId[]
  readonly roles: readonly ExpertRoleId[]
  /** Codes of municipalities and provinces; none: everywhere. */
  readonly regions: readonly string[]
  readonly phone: string | null
  readonly email: string
  readonly consentBy: string
}

/** Whom readers of the demo network can approach. Nobody is there for domestic violence: the desk is. */
export const demoContacts: readonly DemoContact[] = [
  {
    organisation: 'kennishuis-lindenhof',
    by: 'ineke-vos',
    daysAgo: 60,
    functionName: 'Team beleid en onderzoek',
    themes: ['broad', 'povertyDebt'],
    roles: ['policyReviewer', 'policyAdviser'],
    regions: [],
    phone: '030 555 01 00',
    email: 'contact@lindenhof.example',
    consentBy: 'Directie van Kennishuis Lindenhof',
  },
  {
    organisation: 'naastenvereniging-schouder',
    by: 'rachid-el-amrani',
    daysAgo: 48,
    functionName: 'Werkgroep naasten',
    themes: ['relatives', 'youth', 'homelessness'],
    roles: [],
    regions: ['PV23'],
    phone: null,
    email: 'werkgroep@schouder.example',
    consentBy: 'Bestuur van de vereniging',
  },
  {
    organisation: 'collectief-ondervonden',
    by: 'tessa-brouwer',
    daysAgo: 33,
    functionName: 'Coördinatie opleiding en intervisie',
    themes: ['recovery', 'mentalHealth'],
    roles: ['trainerEducator', 'coachOnTheJob'],
    regions: ['PV30'],
    phone: null,
    email: 'intervisie@ondervonden.example',
    consentBy: 'Bestuur van het collectief',
  },
  {
    organisation: 'collectief-ondervonden',
    by: 'tessa-brouwer',
    daysAgo: 20,
    functionName: null,
    themes: ['povertyDebt', 'homelessness'],
    roles: ['coThinkingVoice', 'policyReviewer'],
    regions: ['GM0772', 'GM0344'],
    phone: null,
    email: 'plein@ondervonden.example',
    consentBy: 'Bestuur van het collectief',
  },
]
