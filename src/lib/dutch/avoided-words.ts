// One line per word: what to avoid, then what to say. "*" after a word takes its endings too (cliëntsysteem, cliëntsystemen
// need two lines when the stem changes).
const table = `
triage: verdelen
triëren: verdelen
intake*: eerste gesprek
casus: vraag of situatie
casussen: vragen of situaties
casuïstiek: voorbeelden uit de praktijk
probleemgeval*: persoon
patiënt*: cliënt of inwoner
slachtoffer van: heeft te maken gehad met
lijden aan: ervaring hebben met
lijdt aan: heeft ervaring met
verslaafde: iemand met een verslaving
verslaafden: mensen met een verslaving
zwerver*: dakloze mensen
een schizofreen: iemand met schizofrenie
zielig*: (laat weg)
knuffeldeskundige*: ervaringsdeskundige
excuusdeskundige*: ervaringsdeskundige
echte professional*: andere professionals
levensverhaal ophalen: ervaringskennis inbrengen
cliëntsysteem: de cliënt en de mensen om hem heen
cliëntsystemen: cliënten en de mensen om hen heen
cliëntperspectief: perspectieven van cliënten
doelgroep*: de mensen om wie het gaat
problematiek: problemen
multiproblematiek: problemen op meer gebieden
zorgmijder*: mensen die geen hulp zoeken
caseload: aantal cliënten
casemanager*: vaste begeleider
indicatie*: besluit over hulp
disciplines: beroepen
multidisciplinair*: met verschillende beroepen
interdisciplinair*: met verschillende beroepen
interventie*: aanpak
signalering: opmerken
signaleren: opmerken
toeleiding: de weg naar hulp
doorgeleiden: doorsturen
respondent*: mensen die meededen
competentie*: wat iemand kan
empowerment: eigen kracht
participatie: meedoen
participeren: meedoen
stakeholder*: betrokkenen
actoren: betrokkenen
ketenpartner*: organisaties waarmee we samenwerken
draagvlak: steun
borgen: vasthouden
borging: vasthouden
uitrollen: invoeren
uitrol: invoering
implementeren: invoeren
implementatie: invoering
faciliteren: helpen of mogelijk maken
faciliteert: helpt of maakt mogelijk
monitoren: volgen
monitoring: volgen
evaluatie*: terugkijken
evalueren: terugkijken
optimaliseren: verbeteren
realiseren: maken of bereiken
initiëren: beginnen
coördineren: regelen
communiceren: vertellen
adequaat: goed
adequate: goede
relevant*: belangrijk of passend
frequent*: vaak
substantieel: groot
significant*: duidelijk
integraal: samen of in één keer
integrale: samenhangende
middels: met of door
teneinde: om
reeds: al
betreffende: over
betreft: gaat over
conform: volgens
inzake: over
omtrent: over
aangaande: over
ten aanzien van: over
met betrekking tot: over
met behulp van: met
in het kader van: voor of bij
ten behoeve van: voor
op basis van: door of met
naar aanleiding van: door of na
indien: als
mits: als
tenzij: behalve als
alvorens: voordat
derhalve: daarom
desalniettemin: toch
echter: maar
thans: nu
heden: nu
voorts: ook
tevens: ook
alsmede: en
evenals: net als
hetgeen: wat
dienen te: moeten
dient te: moet
trachten: proberen
vervaardigen: maken
verstrekken: geven
ontvangen: krijgen
beschikken over: hebben
verzoeken: vragen
verzoeken wij u: vraagt u
geschieden: gebeuren
verrichten: doen
aanvangen: beginnen
beëindigen: stoppen
continueren: doorgaan
retourneren: terugsturen
mutatie*: wijziging
bijgevolg: dus
doch: maar
wederom: weer
sedert: sinds
gaarne: graag
woonachtig: woont
eveneens: ook
dusdanig*: zo
desbetreffend*: deze
hieromtrent: hierover
vigerend*: geldend`

/** A word or phrase to avoid, in small letters with accents, its endings included or not, and what to say for it. */
export type AvoidedWord = { readonly avoid: string; readonly withEndings: boolean; readonly use: string }

/** Words of care and of offices that readers at B1 stumble over, and words that stick a label on people. */
export const avoidedWords: readonly AvoidedWord[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [avoid = '', use = ''] = line.split(': ')
    return { avoid: avoid.replace('*', ''), withEndings: avoid.endsWith('*'), use }
  })
