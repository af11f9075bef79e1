const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Small words inside Dutch and other surnames. Folded. */
export const particles = listed(
  `van de der den het 't ter ten te tot von zu zum la le du da di dos del el al ben bin ibn abu op in aan onder over uit d' vd v.d.`,
)

/** Common surnames in the Netherlands, from memory. Folded, without particles. */
export const surnames = listed(`
jong jansen janssen vries berg bakker dijk visser smit meijer meyer boer mulder groot bos vos peters hendriks leeuwen dekker
brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruin bruijn heijden schouten beek
willems vliet hoekstra maas verhoeven koster dam wal prins blom huisman peeters jonge kuipers veenstra post kuiper veldhuizen
molenaar martens kramer schipper postma gerritsen timmermans hermans dijkman kuijpers jonker wolters koning ven bosch boersma
horst scholten kroon leeuw sanders hofman driessen klein vink zijlstra wijk hoek jaspers verbeek hoeven zanten kramers bergh
swart veldman evers tol ruiter lange polman burger zwart gerrits hamers bosman koopman haas pol terpstra hartman wiersma
groen laan doorn maat venema hoogland rijn wouters claassen dijkhuizen roos heuvelman groenendijk veldkamp smeets coenen
janse jansma bouwman oosterbeek oosterhuis westra noord zuiderveld kooij kooijman keizer vroom nijhuis nijland hulst
yilmaz kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt polat
benali amrani bouzid idrissi haddad bouali elkhayat mansouri azzouzi bakkali yousfi chaoui ouali hamdi
ramdin ramlal singh kartosen kromosoeto sewnarain jagroep tjin pinas doekoe sital biharie
nguyen tran wang chen zhang kowalski nowak wisniewski wojcik popescu ivanov petrov silva santos fernandes pereira lopes
martinez garcia rodriguez mohamud warsame tesfay tekle gebremariam hassani ahmadi rezai karimi
`)

/** Surnames that are ordinary words too, so that a capital at the start of a sentence proves nothing. Folded. */
export const surnamesToo = listed(`
jong berg bakker visser smit boer mulder groot bos vos wit meer kok haan broek bruin beek dam wal prins post kuiper molenaar
kramer schipper koning horst kroon leeuw klein vink hoek lange burger zwart koopman haas pol groen laan doorn maat roos
vroom keizer hulst noord dekker brouwer graaf swart ven bosch maas rijn tol ruiter kara silva jonge linden huisman veen
dijk koster hoogland heuvel
`)

/** Ordinary words that carry a capital at the start of a sentence or in a title: never part of a name. Folded. */
export const commonWords = listed(`
ik jij je u hij zij ze wij we jullie men wie wat waar wanneer waarom hoe welke welk dit dat deze die er hier daar toen nu dan
de het een en of maar want dus omdat doordat hoewel terwijl zodat als indien tenzij tot totdat voordat nadat sinds
zo zoals zodra zelfs daarmee daarin hierin hiermee hieruit hieraan sommigen anderen velen ontwikkelen
in op aan bij met zonder voor na naar van uit over onder tussen tegen door om te per via volgens wegens ondanks tijdens binnen
buiten naast rond rondom sommige veel weinig alle alles iedereen iemand niemand niets iets elke elk ieder iedere beide
mijn jouw zijn haar ons onze hun uw mij me hem is was waren ben bent wordt werd worden heb hebt heeft had hadden hebben
kan kunnen kon konden mag mogen moet moeten moest wil willen wilde zal zullen zou zouden ga gaat gaan ging komt komen kwam
doe doet doen deed ook nog al wel niet geen ja nee misschien soms vaak altijd nooit daarna daarom daarnaast daarbij hierbij
hierna verder vervolgens bovendien toch echter inmiddels natuurlijk eigenlijk gelukkig helaas vandaag gisteren morgen
eerst eerste tweede derde vierde vijfde laatste nieuwe oude grote kleine goede lees bekijk download klik kijk stel vraag
antwoord beste geachte lieve hallo hoi dag groet groeten groetjes dank bedankt graag alvast hartelijke vriendelijke hoogachtend
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
oktober november december pasen kerst pinksteren ramadan suikerfeest sinterklaas
nederland nederlands nederlander belgie vlaanderen europa europees duitsland frankrijk engeland marokko turkije suriname syrie
eritrea polen amerika afrika azie engels duits frans turks arabisch
noord zuid oost west noordoost zuidwest
meneer mevrouw heer mevr dhr mw dr drs ir mr prof ing ds de vader moeder zus broer zoon dochter oma opa tante oom team allemaal
mensen collega collegas lezer lezers ervaringsdeskundige ervaringsdeskundigen deelnemer deelnemers client clienten directeur
bestuurder voorzitter adviseur coordinator begeleider medewerker onderzoeker docent projectleider wethouder burgemeester
minister staatssecretaris koning koningin redactie eindredactie tekst foto interview auteur auteurs thema themas artikel
nieuws nieuwsbrief agenda contact informatie meer minder inhoud bron bronnen bijlage hoofdstuk tabel figuur
bedrijf bureau huis plein platform project programma rapport onderzoek congres werkplaats brigade vliegende kwaliteit
i you he she they we it the a an and or but because if when where why how what who which this that these those there here
my your his her our their is are was were be been have has had do does did can could may might must will would should
not no yes please dear hello hi hey thanks thank regards best kind warm sincerely love cheers everyone all team sir madam
monday tuesday wednesday thursday friday saturday sunday january february march may june july august october december
in on at by with without for from to of about after before during between under over dutch english netherlands new old
mr mrs ms miss professor doctor read more see also
`)

const institutions = listed(`
gemeente provincie stichting vereniging ministerie universiteit hogeschool ziekenhuis raad rechtbank politie kerk moskee
school instituut commissie cooperatie federatie unie bond fonds bank kamer staten kabinet rijk waterschap inspectie autoriteit
sociale sociaal domein zaken werk welzijn zorg jeugd wonen inkomen wet kruis rode leger heils vluchtelingenwerk humanitas
wmo wlz zvw ggz ggd uwv svb cao avg gdpr bsn iban nl eu vng cbs scp rivm zonmw movisie valente trimbos kennisplein
centraal centrale nationaal nationale landelijk landelijke regionaal regionale algemeen algemene openbaar openbare
college consultatie groep huisarts park academie academy university foundation institute council house street
ervaringsplein ervaringskennis ervaringsdeskundigheid kvk nvt faq teams zoom word excel google facebook linkedin instagram
eigen kracht samen housing first whatsapp youtube twitter microsoft windows android office outlook participatie plan visie nota startnotitie
`)

const nationalities = listed(
  'nederlandse europese amsterdamse rotterdamse haagse utrechtse friese brabantse limburgse zeeuwse groningse groninger drentse gelderse overijsselse flevolandse hollandse franse duitse engelse turkse marokkaanse surinaamse syrische poolse oekraiense oekraine internationale',
)

const institutionalEnd =
  /(?:wet|raad|zorg|school|dienst|kamer|bank|bond|fonds|team|teams|centrum|groep|plein|werk|hulp|loket|verlening|stichting|vereniging|organisatie|organisaties|ministerie|kliniek|instelling|opvang|beweging|partij|inspectie|onderzoek|project|programma|netwerk|platform|akkoord|regeling|beleid|kunde|kundigheid|kundige|kundigen|ische|sche|heid|isme|iteit|schap|atie|krant|blad|dag|week|jaar|congres|straat|gracht)$/

/** @returns whether a folded word belongs to an institution, a law, a title or ordinary speech rather than to a person. */
export const isNoName = (folded: string): boolean =>
  commonWords.has(folded) ||
  institutions.has(folded) ||
  nationalities.has(folded) ||
  (folded.length > 6 && !surnames.has(folded) && institutionalEnd.test(folded))

/** Words before a name that make it one. `short` ones are written with a full stop. Folded. */
export const honorifics = {
  strong: listed('mevrouw meneer mevr dhr mw heer mijnheer mrs ms miss madam'),
  weak: listed(
    'dr drs ir mr prof ing ds zuster broeder pastoor dominee imam dokter tante oom oma opa juf meester wethouder burgemeester familie fam professor',
  ),
  short: listed('mevr dhr mw dr drs ir mr prof ing ds fam mrs ms'),
}

/** Words for someone near, after which a name often follows. Folded. */
export const relations = listed(`
zoon zoontje dochter dochtertje man vrouw broer broertje zus zusje moeder vader mama papa partner vriend vriendin ex kind
buurman buurvrouw buurmeisje collega begeleider begeleidster behandelaar client cliente bewoner bewoonster buddy coach maatje
hulpverlener therapeut psychiater psycholoog huisarts mentor bewindvoerder wijkverpleegkundige neef nicht kleinzoon
kleindochter stiefvader stiefmoeder ervaringsdeskundige maatschappelijk consulent contactpersoon casemanager
voorzitter secretaris penningmeester directeur directrice coordinator bestuurslid vrijwilliger vrijwilligster wijkcoach deelnemer deelneemster
adviseur onderzoeker jongerenwerker opbouwwerker docent medewerker medewerkster projectleider ambtenaar klantmanager advocaat arts verpleegkundige
son daughter husband wife brother sister mother father friend colleague neighbour
`)

/** Verbs of speaking that stand beside the one who speaks. Folded. */
export const speaking = listed(
  'zegt zei vertelt vertelde aldus vindt vond merkt vroeg vraagt noemt pleit herkent antwoordt lacht besluit says said tells told',
)
