import { bothLanguages } from '../../lib/words.ts'

/** What the platform itself says on pages. */
export const platformWords = bothLanguages(
  {
    mySquare: 'Mijn plein',
    unknownField:
      'Het formulier bevatte een veld dat wij niet kennen. Open de pagina opnieuw en probeer het nog een keer.',
  },
  {
    mySquare: 'My square',
    unknownField: 'The form held a field that we do not know. Open the page again and try once more.',
  },
)
