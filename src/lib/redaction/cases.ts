/** Invented sentences for the tests. What should be marked stands between « and », with its kind before a colon. */
export const positives: readonly string[] = `
Ik sprak gisteren met «person:Kim Bakker» over de woning.
«person:Kim» belde vanmorgen.
Volgens «person:Ahmed El Khatabi» duurt het te lang.
Ik ben «person:Xanthe» en ik zoek hulp.
mijn naam is «person:kim de vries» en ik zoek hulp
Mijn naam is «person:Wubbina Oosterloo».
ik heet «person:fatima»
Zij heet «person:Oluwaseun».
Wij spraken met mevrouw «person:Jansen».
Wij spraken met mevrouw «person:B».
Wij spraken met meneer «person:K».
Dhr. «person:J. de Wit» kwam langs.
Mw. «person:Van der Laan» kwam langs.
dhr «person:A.B. Kersten» is verhuisd.
De brief van mevr. «person:Özdemir» is kwijt.
De heer «person:Pieterse» was er ook.
Dokter «person:Amrani» schreef een brief.
Tante «person:Truus» kookt.
Wethouder «person:Verlaan» kwam kijken.
Ds. «person:Hofstra» ging voor.
Familie «person:Wijnstra» woont hier nog.
Op verzoek van «person:J.P. van der Meer» stopten we.
Op verzoek van «person:J. van 't Hof» stopten we.
Het was «person:A. de Groot» die belde.
Wij horen van «person:Th. Brouwer» niets.
Het gesprek met «person:Van der Meer» liep goed.
Het gesprek met «person:El Amrani» liep goed.
Het gesprek met «person:De Vries» liep goed.
Het gesprek met «person:de Vries» liep goed.
Wij vragen «person:Jansen» om raad.
Daarna zag ik «person:Bakker» lopen.
mijn zoon «person:ahmed» is twaalf
Mijn buurvrouw «person:Zwaantje» helpt mij.
Mijn begeleider «person:Xavi Tromp» is weg.
Onze dochter «person:Noor» slaapt slecht.
Haar vriend, «person:Driss», kwam mee.
Dit zijn «person:Kims» spullen.
Dit zijn «person:Anna's» spullen.
«person:Jan-Willem» ging mee.
Samen met «person:Anne-Marie van Loon» ging ik.
«person:José Rodriguez» en «person:Łukasz Kowalski» tekenden.
Het plan van «person:Nguyen Thi Hoa» werkt.
Ik vroeg «person:Wietske van der Laan» erbij.
Ik vroeg «person:Roos» erbij.
Hij zag «person:Mark» niet.
Ik vroeg het aan «person:Sjoerdtje Algra».
«person:Xanthe Oosterbeek» vertelde dat.
Het gaat volgens «person:Tjitske Wijma-Postma» beter.
‘Het gaat beter’, zegt «person:Wiersing».
«person:Wiersing» vertelt dat het beter gaat.
«person:Wiersing»: ‘Het gaat beter.’
Beste «person:Kim», dank voor je mail.
Hoi «person:xander», hoe gaat het?
Geachte mevrouw «person:Terlouw», ik schrijf u.
Lieve Oma «person:Trijntje», tot gauw.
Dear «person:Wubbina», thank you.
Hallo «person:Zwaantje»
Groet, «person:Kim»
Groetjes «person:kim»
Met vriendelijke groet, «person:Kim Bakker»
Met vriendelijke groet,|«person:Wubbina Oosterloo»
Met vriendelijke groeten,||«person:xandertje»
Hartelijke groet van «person:Zwaantje en Piet»
mvg «person:piet»
Liefs, «person:Roos»
Hoogachtend,|«person:W. Terlouw»
Kind regards,|«person:Sean O'Malley»
Bedankt!|«person:Kim»
Alvast bedankt, «person:Jolijn»
Gr. «person:Henk»
Ik ken «person:Sevda Yılmaz» al lang.
«person:Mohamed» en «person:Ayşe» kwamen ook.
Ik las het stuk van «person:Bram ten Cate».
«person:JAN DE VRIES» heet «person:JAN DE VRIES».
Het was een idee van «person:Esra».
Bel even met «person:Gül Demir».
Ik ben geholpen door «person:Priya Ramdin».
U spreekt met «person:Wubbina».
Een man genaamd «person:Evariste» hielp.
This was written by «person:Emily Johnson».
Onze voorzitter «person:Wubbina» weet het.
De bijeenkomst was bij GGZ. Op het «address:Wilhelminaplein 4» is de deur.
De «organisation:Cliëntenraad Oostbroek» doet mee.
My name is «person:Oluwaseun Adeyemi».
Schrijf naar «email:kim@voorbeeld.nl».
Schrijf naar «email:kim.bakker+huis@mail.voorbeeld.nl».
Schrijf naar <«email:k.bakker@voorbeeld.example»>.
Mijn mail: «email:kim [at] voorbeeld punt nl».
Mijn mail: «email:kim (at) voorbeeld (punt) nl».
Mijn mail: «email:kim at voorbeeld dot com».
Mijn mail: «email:kim apenstaartje voorbeeld.nl»
Mijn mail: «email:kim @ voorbeeld.nl».
Mijn mail: «email:kim.bakker[at]voorbeeld.nl».
Mijn mail: «email:kim{at}voorbeeld{dot}org».
Mijn mail is «email:KIM@VOORBEELD.NL».
Bel «phone:06-12345678».
Bel «phone:06 12 34 56 78».
Bel «phone:0612345678».
Bel «phone:06.12.34.56.78».
Bel «phone:06 - 1234 5678».
Bel «phone:020 123 45 67».
Bel «phone:(020) 123 45 67».
Bel «phone:020-1234567».
Bel «phone:0591-123456».
Bel «phone:+31 6 12345678».
Bel «phone:+31612345678».
Bel «phone:+31 (0)6 12 34 56 78».
Bel «phone:0031 20 123 4567».
Bel «phone:088 - 123 45 67».
Bel «phone:0800-1234».
Bel «phone:+32 470 12 34 56».
Bel «phone:+49 151 23456789».
Tel.:«phone:0612345678».
Kijk op «web:https://www.linkedin.com/in/kim-bakker-123».
Kijk op «web:linkedin.com/in/kimbakker».
Kijk op «web:www.instagram.com/kimbakker».
Kijk op «web:https://voorbeeld.nl/medewerkers/fatima-oosterbeek».
Kijk op «web:https://voorbeeld.nl/~bakker».
Kijk op «web:https://kim-bakker.nl».
Volg mij op «web:@kimbakker».
Mijn nummer is «bsn:111222333».
Mijn nummer is «bsn:1112.22.333».
Mijn nummer is «bsn:111 222 333».
BSN: «bsn:123456789».
Burgerservicenummer «bsn:12345678».
Maak het over op «iban:NL91 ABNA 0417 1643 00».
Maak het over op «iban:NL91ABNA0417164300» graag.
Maak het over op «iban:nl91abna0417164300».
Maak het over op «iban:NL12 ABCD 0123 4567 89».
Maak het over op «iban:BE68 5390 0754 7034».
Maak het over op «iban:DE89370400440532013000» graag.
Ik ben geboren op «birth-date:12 maart 1984».
Ik ben geboren in «birth-date:1984».
Geboortedatum: «birth-date:12-03-2015».
geb. «birth-date:12/3/84»
Zij is jarig op «birth-date:3 mei».
Date of birth: «birth-date:March 12, 1984».
Het staat op «birth-date:12-03-1984» in het dossier.
Het staat op «birth-date:1984-03-12» in het dossier.
Sinds «birth-date:12 maart 1999» woont hij hier.
Zijn auto is de «plate:12-AB-CD».
Zijn auto is de «plate:AB-123-C».
Zijn auto is de «plate:1-ABC-23».
Het kenteken is «plate:AB123C».
Ik woon aan de «address:Dorpsstraat 12».
Ik woon op «address:Dorpsstraat 12a, 9999 ZZ» «place:Oostbroek».
ik woon «address:dorpsstraat 12»
Zij woont aan de «address:Lange Nieuwstraat 3-2».
Zij woont aan de «address:Laan van Meerdervoort 100».
Zij woont aan de «address:Van der Helststraat 20».
Zij woont aan de «address:Van der Helststraat 20 hs».
Zij woont aan de «address:Kerkweg 5».
Zij woont in de «address:Wilgenlaan» in de bocht.
De postcode is «address:9999 ZZ».
De postcode is «address:9999zz».
Stuur het naar «address:Postbus 123».
Stuur het naar «address:Antwoordnummer 123».
Zij woont aan «address:Het Hoogveld 4».
In «place:Oostbroek» gaat het beter.
Wij wonen in «place:oostbroek».
De «place:Oostbroekse» aanpak werkt.
De «place:Oostbroeker» is trots.
In «place:Best» gaat het beter.
Wij komen uit «place:'s-Gravenzande».
Wij komen uit «place:Den Haag».
Bij ons in «place:Den Bosch» is de heer «person:Van den Bosch» bekend.
De «place:Haagse» wijken zijn druk.
Wij komen uit «place:Alphen aan den Rijn».
Wij komen uit «place:Sint Jansteen».
De gemeente «place:Súdwest-Fryslân» doet mee.
Wij werken bij «organisation:Stichting De Linde».
Wij werken bij «organisation:De Linde».
Dat is «organisation:de Linde's» plan.
Dat is het plan van «organisation:Linde».
Wij werken bij «organisation:stichting de linde» als vrijwilliger.
Wij werken bij «organisation:Open Huis Samen».
Wij werken bij «organisation:open huis samen».
Wij werken bij «organisation:open-huis samen».
Wij werken bij «organisation:OHS».
Bij «organisation:OHS's» loket.
Kijk op «organisation:www.openhuissamen.nl».
Kijk op «organisation:openhuissamen.nl/contact».
De «organisation:VvNO» doet mee.
De «organisation:Vereniging van Naasten Oostbroek» doet mee.
De «organisation:Zorg & Thuis» groep doet mee.
De «organisation:zorg en thuis» groep doet mee.
Wij werken bij «organisation:Stichting Het Zonnetje».
`
  .trim()
  .split('\n')

export const context = {
  places: new Set([
    'Oostbroek',
    'Best',
    'Buren',
    'Huizen',
    "'s-Gravenzande",
    'Den Bosch',
    'Den Haag',
    'Alphen aan den Rijn',
    'Sint Jansteen',
    'Súdwest-Fryslân',
  ]),
  organisations: [
    'Stichting De Linde',
    'Open Huis Samen',
    'Vereniging van Naasten Oostbroek (VvNO)',
    'Zorg & Thuis',
    'Cliëntenraad Oostbroek e.o.',
  ],
}
