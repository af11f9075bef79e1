/** Sentences with capitals, numbers and signs in which nothing should be marked. */
export const negatives: readonly string[] = `
De Tweede Kamer stemde voor de wet.
Het sociaal domein is in beweging.
De Wet maatschappelijke ondersteuning geldt voor iedereen.
De Wmo en de Jeugdwet lopen door elkaar.
Ervaringsdeskundigen werken in wijkteams.
Het Rode Kruis helpt ook.
Het Leger des Heils helpt ook.
De Sociale Verzekeringsbank betaalt uit.
Het Ministerie van Volksgezondheid schreef een brief.
De Raad van State gaf advies.
Op maandag en dinsdag is er inloop.
In november komt er een bijeenkomst.
Wil je meedoen? Dan kan dat.
Mark my words is een gezegde?
Roos is een bloem.
Hoop doet leven.
Can this be done?
Will it work?
Dat kost 1.234.567 euro.
In 2018 lag het percentage op 55%.
In 2021 EU-breed onderzocht.
Er kwamen 250 mensen.
Het telt 123456789 keer niet.
Het kenmerk is 2024-001234.
Hoofdstuk 12 gaat over geld.
Zie artikel 2.3.5 van de wet.
Het congres is op 14 juni 2027.
De bijeenkomst is op 12-03-2026.
Wij zijn open van 9.00 tot 17.00 uur.
Groeten uit de tuin.
Bedankt voor alles wat je doet.
Beste mensen, welkom.
Beste allemaal, welkom.
Beste collega's, welkom.
Hallo iedereen!
Dag allemaal.
Ik ben moe.
Ik ben ervaringsdeskundige.
Ik ben Nederlander.
Mevrouw zei dat het goed was.
Meneer was er niet.
De heer des huizes is er niet.
Plan A. Daarna kwam plan B.
P.S. Vergeet het formulier niet.
De B.V. Bouw bestaat niet.
N.B. Lees eerst de uitleg.
Wij zoeken een coach die luistert.
Mijn zoon heeft autisme.
Mijn moeder belde de huisarts.
Mijn man en ik zoeken hulp.
De begeleider was vriendelijk.
Wij wonen aan de rand van het dorp.
Ik ga weg 5 dagen.
Het plein is leeg.
Er staan 12 huizen in de straat.
Onderweg 3 keer gestopt.
De snelweg is dicht.
Het huis heeft 3 kamers.
Kijk op www.rijksoverheid.nl voor meer.
Kijk op https://voorbeeld.nl/themas/schulden.
Kijk op voorbeeld.nl/agenda/juni.
Dat is beste zorg.
Best veel mensen doen mee.
Buren helpen elkaar.
Huizen zijn duur.
De brug is open.
De linde bloeit.
Samen is beter dan alleen.
Een open gesprek in huis.
De training duurt 8 weken.
De cursus kost 75,00 euro.
Ervaringskennis is een bron van kennis.
Hij kreeg 12 punten.
Wat is ervaringsdeskundigheid?
Waarom lukt het niet?
We gaan naar huis.
Zij werkt bij een gemeente.
Het is 20 graden.
Vraag 1: hoe gaat het?
Stap 2. Bel de gemeente.
Deel 3 gaat over wonen.
De Participatiewet verandert.
Volgens het CBS stijgt het aantal.
Het SCP deed onderzoek.
Het UWV helpt bij werk.
Nederland en Duitsland werken samen.
De Nederlandse Spoorwegen rijden niet.
Wij werken met Eigen Kracht en Housing First.
De gemeente en de provincie betalen samen.
Een ervaringsdeskundige deelt kennis.
Sinds 2015 is veel veranderd.
De e-mail kwam niet aan.
We komen at random. nl is het land.
Versie 1.2.3 is klaar.
Het percentage is 0,1234567890.
`
  .trim()
  .split('\n')
