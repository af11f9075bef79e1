const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Words of the field, roughly from frequent to rare. Made for the bench; not a vocabulary of the site. */
export const fieldWords = words(`
  ervaring mensen hulp gemeente kennis zorg steun vraag advies gesprek wijk beleid herstel netwerk familie naaste werk
  wonen geld schulden buurt team ruimte verhaal inwoner cliënt patiënt jongere oudere ouder kind gezin huis woning
  inkomen uitkering armoede schaamte vertrouwen stilte eenzaamheid verslaving rouw trauma psychose angst depressie stress
  behandeling opname kliniek huisarts wijkteam loket aanvraag brief formulier regel wet recht bezwaar klacht raad cliëntenraad
  inspraak zeggenschap invloed participatie samenwerking organisatie vereniging stichting project onderzoek meting resultaat
  leren opleiding training cursus docent student stage begeleiding coach trainer intervisie moreel dilemma grens balans
  rust tijd ruimtelijk taal toegang toegankelijk digitaal telefoon website bericht vrijwilliger beroep beroepskracht
  professional deskundige ervaringsdeskundige ervaringskennis ervaringsdeskundigheid ervaringswerker kwartiermaken stigma
  discriminatie uitsluiting gelijkwaardig waardering beloning vergoeding contract uren taak rol functie profiel kwaliteit
  register toets beoordeling evaluatie terugkoppeling besluit college wethouder ambtenaar uitvoering handhaving politie
  justitie detentie reclassering geweld mishandeling veiligheid opvang nachtopvang dakloos thuisloos straat herstart
  maatje lotgenoot lotgenotencontact zelfhulp zelfregie eigen kracht hoop zingeving geloof cultuur migratie vluchteling
  tolk beperking handicap autisme dementie mantelzorg hulpmiddel vervoer school leerling spijsbegroting schuldeiser
  bewindvoerder budget voorziening pgb indicatie keuring herkeuring arbeid baan sollicitatie werkgever collega reïntegratie
  dagbesteding inloop activiteit sport muziek kunst natuur tuin eten koken voeding slaap lichaam gezondheid preventie
  vroegsignalering crisis suïcide nazorg terugval medicatie diagnose wachtlijst verwijzing dossier privacy gegevens
  plan doel stap keuze kans drempel hobbel schakel brug spiegel bondgenoot ambassadeur bijeenkomst congres dialoog
`)

/** Left parts of compounds. */
export const leftParts = words(`
  ervarings schuld zorg hulp woon werk wijk buurt jeugd ouderen familie naasten gezins inkomens armoede herstel crisis
  verslavings rouw trauma angst stress behandel opname huisartsen gemeente beleids inwoners cliënten patiënten jongeren
  burger bewoners vrijwilligers beroeps opleidings trainings scholings intervisie kwaliteits register toetsings
  evaluatie uitvoerings veiligheids opvang straat maatjes lotgenoten zelfhulp cultuur migratie taal mantelzorg vervoers
  school leerlingen budget arbeids dag inloop sport muziek natuur voedings slaap gezondheids preventie medicatie wacht
  dossier privacy gegevens plan participatie samenwerkings netwerk kennis onderzoeks project advies vraag klachten bezwaar
  inspraak raads bestuurs dialoog bijeenkomst ontmoetings informatie voorlichtings communicatie digitaliserings
  toegankelijkheids bereikbaarheids begeleidings ondersteunings steun contact vertrouwens waarderings belonings contract
`)

/** Right parts of compounds. */
export const rightParts = words(`
  hulp zorg steun traject plan gesprek groep team kring netwerk punt loket huis plek ruimte wijzer kaart lijst brief
  formulier regeling verordening wet besluit raad commissie tafel overleg bijeenkomst dag week maand cursus training
  opleiding werker medewerker begeleider coach trainer adviseur deskundige deskundigheid maker leider voorzitter
  coördinator consulent functionaris onderzoek meting peiling verslag rapport handreiking leidraad methode aanpak
  werkwijze voorbeeld verhaal les beeld kennis kunde vraag behoefte wens klacht probleem situatie periode fase drempel
  grens last lasten druk tijd uren budget kosten vergoeding fonds subsidie project programma proef aanvraag indicatie
  toets toetsing beoordeling evaluatie kwaliteit profiel rol taak functie positie recht plicht belang invloed
`)

/** Words that hold sentences together; search does not read them, readers do. */
export const smallWords = words(`
  de het een en van in op te dat die is voor met als zijn er aan om bij ook wordt maar naar over hun dan nog wel door
  of uit heeft hebben kan kunnen moet mag wil zo al meer tot tegen onder tussen je we ze dit deze hoe wat wie waar daar
`)
