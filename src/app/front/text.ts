import { bothLanguages } from '../../lib/words.ts'

type Doors = readonly (readonly [path: string, title: string, summary: string])[]
type Sections = readonly (readonly [heading: string, text: string])[]

/** The sentences of the home page and of the pages about the square itself. */
export const frontWords = bothLanguages(
  {
    site: 'Ervaringsplein',
    home: {
      title: 'Kennis van mensen die het hebben meegemaakt',
      heading: 'Leer van mensen die het zelf hebben meegemaakt',
      lead: 'Zoek in hun kennis over schulden, zorg, wonen en meer. Staat je antwoord er niet bij? Stel dan je vraag.',
      ask: 'Stel je vraag',
      canDo: 'Wat kun je hier doen?',
      forWhom: 'Begin bij wat jij doet',
      newest: 'Nieuw op het plein',
      nothingNew: 'Hier komt straks de nieuwste kennis te staan.',
      stayInformed: 'Blijf op de hoogte met de nieuwsbrief',
      checked: (day: string) => `Gecontroleerd op ${day}`,
      doors: [
        ['/zoeken', 'Kennis zoeken', 'Lees wat anderen al hebben uitgezocht en meegemaakt.'],
        ['/wat-is-ervaringsdeskundigheid', 'Lezen wat het is', 'Begin hier als je er nog niet veel van weet.'],
        ['/vraag', 'Advies vragen', 'Twee ervaringsdeskundigen denken met je mee. Het kost je niets.'],
        ['/wie-benader-ik', 'Iemand benaderen', 'Zie welke organisatie je kunt schrijven over je onderwerp.'],
        ['/begrippen', 'Woorden begrijpen', 'Lees korte uitleg bij woorden die vaak terugkomen.'],
        ['/inloggen', 'Zelf meedenken', 'Ben je ervaringsdeskundige? Kies zelf waar je over meedenkt.'],
        ['/over', 'Zien hoe het werkt', 'Lees wie dit plein maken en wat we met je gegevens doen.'],
      ] satisfies Doors,
    },
    about: {
      title: 'Wat is Ervaringsplein?',
      lead: 'Mensen die veel hebben meegemaakt, weten dingen die niet in boeken staan. Op dit plein delen zij die kennis.',
      sections: [
        [
          'Wat is ervaringsdeskundigheid?',
          'Iemand kan schulden hebben gehad, dakloos zijn geweest of psychisch ziek. Wie daarvan leert en er anderen mee helpt, is ervaringsdeskundig. Dat gaat verder dan je verhaal vertellen. Je gebruikt wat je weet voor de vraag die op tafel ligt.',
        ],
        [
          'Wat kun je hier vinden?',
          'Je vindt hier voorbeelden uit de praktijk, uitleg bij woorden en antwoorden op vragen. Bij elk stuk zie je wie ervoor zorgt en wanneer het voor het laatst is gecontroleerd.',
        ],
        [
          'Hoe werkt het adviespunt?',
          'Je stelt je vraag in je eigen woorden. Twee ervaringsdeskundigen schrijven samen een antwoord. Daarna vragen we wat je ermee hebt gedaan. Zo weten zij dat hun werk telt.',
        ],
        [
          'Wie maken dit plein?',
          'Een netwerk van organisaties maakt dit plein samen. Niemand is er alleen de baas over. De software is open: iedereen mag meekijken en meebouwen.',
        ],
        [
          'Wat doen we niet?',
          'Wij geven geen zorg en houden geen dossiers bij. Heb je nu hulp nodig? Bel dan je huisarts. Is het heel dringend? Bel 112.',
        ],
      ] satisfies Sections,
    },
    privacy: {
      title: 'Privacy',
      lead: 'Wij bewaren zo weinig mogelijk van je. Hier lees je wat we bewaren, waarom en hoe lang.',
      sections: [
        [
          'Als je alleen leest',
          'Dan weten wij niet wie je bent. De openbare pagina’s zetten geen cookies op je apparaat. Er kijkt ook geen ander bedrijf mee.',
        ],
        [
          'Als je een vraag stelt',
          'Wij bewaren je naam, je e-mailadres en je vraag. Het team van het adviespunt leest die. De ervaringsdeskundigen zien je vraag, maar pas je naam als zij meedoen. Twee jaar na het sluiten van je vraag wissen we alles. Bevestig je je vraag niet? Dan wissen we hem na zeven dagen.',
        ],
        [
          'Als je de nieuwsbrief leest',
          'Wij bewaren alleen je e-mailadres en je thema’s. Wij kijken niet of je de brief opent. Stop je? Dan wissen we je adres meteen.',
        ],
        [
          'Als je een zoekvraag volgt',
          'Wij bewaren je e-mailadres en je zoekvraag versleuteld. In de eerste mail staat niet wat je zoekt. Stop je? Dan wissen we allebei meteen.',
        ],
        [
          'Als je een organisatie een bericht stuurt',
          'Jouw bericht en je adres bewaren we versleuteld. De organisatie leest ze via een link. Na negentig dagen wissen we alles.',
        ],
        [
          'Als je zoekt en niets vindt',
          'Dan bewaren we alleen de woorden, niet wie ze typte. Namen en nummers bewaren we niet. Na negentig dagen zijn de woorden weg.',
        ],
        [
          'Als je ervaringsdeskundige bent',
          'Jij kiest wat anderen van je zien. Alleen jij en het team van het adviespunt zien je profiel. Wij vragen nooit naar een diagnose of naar wat je is overkomen. Nee zeggen mag altijd en heeft geen gevolgen.',
        ],
        [
          'Hoe we gegevens beschermen',
          'Berichten, vragen en adressen slaan we versleuteld op. De sleutel staat niet in de database. Wie zowel de server als de sleutel heeft, zou ze kunnen lezen. Dat zijn alleen de beheerders van het netwerk.',
        ],
        [
          'Je gegevens inzien of wissen',
          'Je kunt altijd een kopie van je gegevens vragen. Je kunt ze ook laten wissen. Log in en kijk bij ‘Mijn plein’, of vraag het aan het adviespunt.',
        ],
      ] satisfies Sections,
    },
    accessibility: {
      title: 'Toegankelijkheid',
      lead: 'Iedereen moet dit plein kunnen gebruiken. Werkt iets niet voor jou? Laat het ons weten.',
      sections: [
        [
          'Wat we nastreven',
          'Wij bouwen volgens WCAG 2.2, niveau AA. Alles werkt met het toetsenbord, op een telefoon en zonder script. Je kunt de tekst twee keer zo groot maken.',
        ],
        [
          'Wat we hebben getest',
          'Bij elke wijziging test een programma alle pagina’s. Daarna kijken wij zelf. Er is nog geen onderzoek gedaan door een onafhankelijk bureau. Ook hebben we de teksten nog niet met lezers getest.',
        ],
        [
          'Lukt iets niet?',
          'Stel dan een vraag via ‘Stel je vraag’. Schrijf erbij op welke pagina je was. Wij antwoorden binnen twee werkdagen.',
        ],
      ] satisfies Sections,
    },
    licence: {
      title: 'Licentie',
      lead: 'De software van dit plein is vrij te gebruiken. De kennis heeft per stuk een eigen licentie.',
      sections: [
        ['De software', 'De broncode heeft de licentie EUPL 1.2. Je mag haar gebruiken, veranderen en delen.'],
        [
          'De kennis',
          'Bij elk stuk staat wie het schreef en wie ervoor zorgt. Kennis komt van mensen. Noem hen op de manier die zij kiezen. Gebruik hun werk niet om een computermodel te trainen.',
        ],
        [
          'Gegevens van anderen',
          'De lijst van gemeenten en regio’s komt van het CBS (CC BY 4.0). De woordenlijst voor het zoeken komt van OpenTaal.',
        ],
      ] satisfies Sections,
    },
    demo: {
      title: 'Log in als iemand uit het voorbeeld',
      lead: 'Al deze mensen zijn verzonnen. Druk op een knop en kijk rond door hun ogen.',
      signIn: (name: string) => `Word ${name}`,
      parts: {
        coordinator: 'Het adviespunt',
        expert: 'Ervaringsdeskundigen',
        editor: 'Redactie van de partners',
        researcher: 'Het onderzoek',
        administrator: 'Beheer',
      },
      post: 'Lees de mail die het plein zou sturen',
    },
    post: {
      title: 'De post van het voorbeeld',
      lead: 'In deze proefversie gaat er geen mail de deur uit. Hier lees je wat er verstuurd zou zijn.',
      empty: 'Er is nog geen mail. Stel een vraag of log in, en kijk dan opnieuw.',
      to: 'Aan',
      open: 'Open de link uit deze mail',
      read: 'Lees de mail',
      newestFirst: 'De nieuwste mail staat bovenaan.',
    },
  },
  {
    site: 'Ervaringsplein',
    home: {
      title: 'Knowledge from people who have been there',
      heading: 'Learn from people who have been there',
      lead: 'Search what they know about debts, care, housing and more. Is your answer not here? Then ask your question.',
      ask: 'Ask your question',
      canDo: 'What can you do here?',
      forWhom: 'Begin with what you do',
      newest: 'New on the square',
      nothingNew: 'The newest knowledge will appear here.',
      stayInformed: 'Stay informed with the newsletter',
      checked: (day: string) => `Checked on ${day}`,
      doors: [
        ['/zoeken', 'Search knowledge', 'Read what others have found out and lived through.'],
        ['/wat-is-ervaringsdeskundigheid', 'Read what it is', 'Begin here when you do not know much about it yet.'],
        ['/vraag', 'Ask for advice', 'Two experts by experience think along with you. It costs you nothing.'],
        ['/wie-benader-ik', 'Approach somebody', 'See which organisation you can write to about your subject.'],
        ['/begrippen', 'Understand words', 'Read short explanations of words that come back often.'],
        [
          '/inloggen',
          'Think along yourself',
          'Are you an expert by experience? You choose what you think along about.',
        ],
        ['/over', 'See how it works', 'Read who make this square and what we do with your data.'],
      ] satisfies Doors,
    },
    about: {
      title: 'What is Ervaringsplein?',
      lead: 'People who have been through a lot know things that are not in books. On this square they share that knowledge.',
      sections: [
        [
          'What is lived-experience expertise?',
          'Somebody may have had debts, been homeless or been mentally ill. Who learns from that and helps others with it, is an expert by experience. It is more than telling your story. You use what you know for the question on the table.',
        ],
        [
          'What can you find here?',
          'You find examples from practice, explanations of words and answers to questions. Each item shows who takes care of it and when it was last checked.',
        ],
        [
          'How does the advice desk work?',
          'You ask your question in your own words. Two experts by experience write an answer together. Afterwards we ask what you did with it. So they know that their work counts.',
        ],
        [
          'Who make this square?',
          'A network of organisations makes this square together. Nobody is its only owner. The software is open: everybody may look and build along.',
        ],
        [
          'What do we not do?',
          'We give no care and keep no client files. Do you need help now? Call your doctor. Is it very urgent? Call 112.',
        ],
      ] satisfies Sections,
    },
    privacy: {
      title: 'Privacy',
      lead: 'We keep as little of you as possible. Here you read what we keep, why and for how long.',
      sections: [
        [
          'When you only read',
          'Then we do not know who you are. The public pages set no cookies on your device. No other company looks along.',
        ],
        [
          'When you ask a question',
          'We keep your name, your e-mail address and your question. The team of the advice desk reads them. The experts see your question, and your name only when they take part. Two years after your question was closed we erase everything. If you do not confirm your question, we erase it after seven days.',
        ],
        [
          'When you read the newsletter',
          'We keep only your e-mail address and your themes. We do not look whether you open the letter. If you stop, we erase your address at once.',
        ],
        [
          'When you follow a search',
          'We keep your e-mail address and your search, encrypted. Your first letter does not say what you search for. If you stop, we erase both at once.',
        ],
        [
          'When you send an organisation a message',
          'Your message and your address are stored encrypted. The organisation reads them behind a link. After ninety days we erase everything.',
        ],
        [
          'When you search and find nothing',
          'Then we keep the words only, not who typed them. Names and numbers are not kept. After ninety days the words are gone.',
        ],
        [
          'When you are an expert by experience',
          'You choose what others see of you. Only you and the team of the advice desk see your profile. We never ask for a diagnosis or for what happened to you. Saying no is always fine and has no consequences.',
        ],
        [
          'How we protect data',
          'Messages, questions and addresses are stored encrypted. The key is not in the database. Whoever holds both the server and the key could read them. Only the operators of the network do.',
        ],
        [
          'See or erase your data',
          'You can always ask for a copy of your data. You can have them erased too. Sign in and look at ‘My square’, or ask the advice desk.',
        ],
      ] satisfies Sections,
    },
    accessibility: {
      title: 'Accessibility',
      lead: 'Everybody must be able to use this square. Does something not work for you? Let us know.',
      sections: [
        [
          'What we aim for',
          'We build to WCAG 2.2, level AA. Everything works with the keyboard, on a phone and without script. You can make the text twice as large.',
        ],
        [
          'What we tested',
          'At every change a program tests all pages. Then we look ourselves. No independent agency has examined the square yet. We have not yet tested the texts with readers either.',
        ],
        [
          'Does something not work?',
          'Ask a question by ‘Ask your question’. Tell us on which page you were. We answer within two working days.',
        ],
      ] satisfies Sections,
    },
    licence: {
      title: 'Licence',
      lead: 'The software of this square is free to use. The knowledge has a licence of its own per item.',
      sections: [
        ['The software', 'The source code has the licence EUPL 1.2. You may use, change and share it.'],
        [
          'The knowledge',
          'Each item says who wrote it and who takes care of it. Knowledge comes from people. Name them in the way they choose. Do not use their work to train a computer model.',
        ],
        [
          'Data of others',
          'The list of municipalities and regions comes from Statistics Netherlands, CBS (CC BY 4.0). The word list for searching comes from OpenTaal.',
        ],
      ] satisfies Sections,
    },
    demo: {
      title: 'Sign in as somebody from the example',
      lead: 'All these people are invented. Press a button and look around through their eyes.',
      signIn: (name: string) => `Become ${name}`,
      parts: {
        coordinator: 'The advice desk',
        expert: 'Experts by experience',
        editor: 'Editors of the partners',
        researcher: 'Research',
        administrator: 'Administration',
      },
      post: 'Read the mail that the square would send',
    },
    post: {
      title: 'The mail of the example',
      lead: 'In this demo no mail leaves the house. Here you read what would have been sent.',
      empty: 'There is no mail yet. Ask a question or sign in, and look again.',
      to: 'To',
      open: 'Open the link of this mail',
      read: 'Read the mail',
      newestFirst: 'The newest mail is on top.',
    },
  },
)
