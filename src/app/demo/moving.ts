type Post = { readonly number: number; readonly category: string; readonly title: string; readonly html: string }

const post = ({ number, category, title, html }: Post) => `<item><title><![CDATA[${title}]]></title>
<link>https://weblog-ondervonden.example/${category.toLowerCase().replaceAll(' ', '-')}/${number}/</link>
<guid isPermaLink="false">https://weblog-ondervonden.example/?p=${number}</guid><content:encoded><![CDATA[${html}]]></content:encoded>
<wp:post_date_gmt>2024-0${number}-01 09:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="c"><![CDATA[${category}]]></category></item>`

const site = (
  posts: readonly Post[],
  title = 'Weblog van het collectief',
  address = 'https://weblog-ondervonden.example',
) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>${title}</title><link>${address}</link><language>nl</language><wp:wxr_version>1.2</wp:wxr_version>
${posts.map(post).join('\n')}</channel></rss>`

const first: readonly Post[] = [
  {
    number: 1,
    category: 'Schulden',
    title: 'De eerste brief openmaken',
    html: '<p>De stapel werd hoger en de deur bleef dicht. Maak één brief open, samen met iemand die niet schrikt.</p><h2>Wat helpt</h2><ul><li>Kies een vast uur.</li><li>Schrijf op wat er staat, zonder oordeel.</li><li>Stop na één brief.</li></ul>',
  },
  {
    number: 2,
    category: 'Schulden',
    title: 'Rondkomen in een dure maand',
    html: '<p>December en de zomer zijn duur. Leg in het voorjaar klaar wat je zeker nodig hebt.</p><p>Vraag bij het loket wat er extra kan. Neem iemand mee.</p>',
  },
  {
    number: 3,
    category: 'Wonen',
    title: 'Een nieuw huis en een oude sleutel',
    html: '<p>Verhuizen na een moeilijke tijd is meer dan dozen dragen. Neem één ding mee dat goed was.</p><p>Vraag een maatje om de eerste avond te blijven eten.</p>',
  },
]

/** The weblog of a partner that moved in, as it was exported the first time and with what came after. */
export const demoMove = {
  organisation: 'collectief-ondervonden',
  by: 'tessa-brouwer',
  name: 'Weblog van het collectief',
  licence: 'CC-BY-4.0',
  themes: { Schulden: ['povertyDebt'], Wonen: ['homelessness'] },
  before: { daysAgo: 25, file: site(first) },
  after: {
    daysAgo: 1,
    file: site([
      ...first,
      {
        number: 4,
        category: 'Werkvormen',
        title: 'Zeven vragen voor een wandeling',
        html: '<p>Lopen praat makkelijker dan zitten. Neem zeven vragen mee op een kaartje.</p><ol><li>Wat ging er vandaag goed?</li><li>Wie zou je willen bellen?</li></ol>',
      },
      {
        number: 5,
        category: 'Nieuws',
        title: 'Wij zijn dicht in de zomer',
        html: '<p>Van 20 juli tot 10 augustus is er niemand.</p>',
      },
    ]),
  },
} as const

/** The old site of another partner: it was read, and nobody chose yet what comes along. */
export const demoOldSite = {
  organisation: 'kennishuis-lindenhof',
  by: 'ineke-vos',
  name: 'Oude site van het kennishuis',
  licence: 'CC-BY-4.0',
  daysAgo: 4,
  file: site(
    [
      {
        number: 6,
        category: 'Handreikingen',
        title: 'Een eerste gesprek met een ervaringsdeskundige',
        html: '<p>Vraag wat iemand nodig heeft om goed te kunnen werken. Vraag niet naar het verhaal erachter.</p>',
      },
      {
        number: 7,
        category: 'Verslagen',
        title: 'Terugblik op onze studiedag',
        html: '<p>Zestig mensen praatten over de vraag wie er beslist. De middag ging over schijn en hoe je die herkent.</p>',
      },
    ],
    'Oude site van het kennishuis',
    'https://oud-lindenhof.example',
  ),
} as const
