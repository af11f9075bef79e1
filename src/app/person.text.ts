import { bothLanguages } from '../lib/words.ts'

export const personWords = bothLanguages(
  {
    title: 'Jouw gegevens',
    lead: 'Je kunt alles ophalen wat wij van jou bewaren. Je krijgt één bestand.',
    what: 'In het bestand staan je naam, je e-mailadres en je profiel. Ook staat er wat je vroeg en schreef, bij welke vragen je meedacht en waar je ja op zei.',
    how: 'Het bestand heet mijn-gegevens.json. Je kunt het openen met een gewone tekstverwerker.',
    careful: 'Bewaar het bestand op een plek waar anderen het niet zien.',
    press: 'Haal mijn gegevens op',
    back: 'Terug naar je instellingen',
  },
  {
    title: 'Your data',
    lead: 'You can get everything we keep about you. You get one file.',
    what: 'The file holds your name and address, your profile, what you asked and wrote, which questions you worked on and what you agreed to.',
    how: 'The file is called mijn-gegevens.json. You can open it with any text editor.',
    careful: 'Keep the file where others do not see it.',
    press: 'Get my data',
    back: 'Back to your settings',
  },
)
