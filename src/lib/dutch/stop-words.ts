// Function words only: they say how words hang together, not what a text is about. "niet", "geen" and "zonder" turn a
// meaning round and stay searchable.
const dutch = `
de het een t n s d m z en of maar want dus noch doch dan als
ik jij je u hij zij ze wij we jullie men mij me jou hem haar ons hun hen zich mijn jouw uw zijn onze zichzelf elkaar
dit dat deze die wie wat welk welke waar wanneer hoe waarom hier daar er ergens overal
in op aan van voor met bij naar uit over onder tot door tegen tussen om te ten ter per via vanaf vanuit binnen tijdens
na sinds langs rond rondom volgens wegens ondanks behalve naast
is was waren ben bent geweest wezen wordt worden werd werden geworden word
heeft hebben heb hebt had hadden gehad kan kunnen kun kon konden zal zullen zou zouden zult wil willen wilt wilde
moet moeten moest moesten mag mogen mocht mochten gaat gaan ga ging gingen laat laten liet doet doen doe deed gedaan
ook nog al wel toch zo heel erg zeer vaak soms altijd nooit meer meest minder veel weinig alle alles iets niets
enkele sommige ander andere anders zelf zelfs alleen slechts nu toen straks weer reeds daarom daarvoor daarmee daarbij
daarna daarin daarvan daarop daaraan hierin hierbij hiermee hierdoor hiervan waarbij waarin waarmee waarop waarvan waardoor
waaraan waarvoor ervan ermee erin erop eraan ervoor omdat doordat zodat terwijl hoewel indien tenzij mits totdat nadat
voordat immers namelijk echter bovendien verder steeds zoals evenals ofwel enz etc bijv bv o.a zulke zulk zodanig
ieder iedere elk elke beide zowel alsook vanwege omtrent`

// Words that are also Dutch content words (been, had, her, nor, under) are left to Dutch.
const english = `
the a an and or but if then than of to from by with at into onto about between through during for on off as
i you he she it they them their theirs our ours your yours his its my mine this that these those there here
is are were be being am do does did done has have having will would can could should shall may might must
not what which who whom whose when where why how so too very just also only such both each all any some`

/** Function words of Dutch and English, normalised. They are neither indexed nor searched. */
export const stopWords: ReadonlySet<string> = new Set(
  `${dutch} ${english}`.split(/\s+/).filter((word) => word !== '' && word !== 'not'),
)

/** @returns true for a word that carries no meaning of its own; also for a single letter. */
export const isStopWord = (word: string): boolean =>
  stopWords.has(word) || (word.length === 1 && !/\p{N}/u.test(word) && /^[a-z]$/.test(word))
