import { catalogue } from '../../platform/problems.ts'

/** What the public API refuses on purpose. */
export const problems = catalogue(
  'api',
  { 'wrong-query': 400, 'item-unknown': 404 },
  {
    nl: {
      'wrong-query': {
        title: 'Deze vraag klopt niet',
        sentence:
          'Een van de velden in het adres kennen wij niet, of heeft een waarde die niet kan. Zie /api/v1/openapi.json.',
      },
      'item-unknown': {
        title: 'Dit stuk bestaat niet',
        sentence: 'Misschien is het van het plein gehaald, of klopt het adres niet.',
      },
    },
    en: {
      'wrong-query': {
        title: 'This query is not right',
        sentence:
          'One of the fields in the address is unknown, or has a value that cannot be. See /api/v1/openapi.json.',
      },
      'item-unknown': {
        title: 'This item does not exist',
        sentence: 'It may have been withdrawn, or the address is not right.',
      },
    },
  },
)
