// Words by which a look's place, clothes, pose and view are read from its name and id: a line a value, its own words and
// phrases after the colon. Longer phrases win over the words in them. Words that are as often something else (top, bar,
// stand, rose) are left out: a missing value costs less than a wrong one.

const place = `
office: office, offices, workplace, cubicle, coworking, co working
home-office: home office, work from home
meeting-room: meeting room, conference room, boardroom, board room
desk: desk, deskbound, workstation
studio: studio, backdrop, green screen
newsroom: newsroom, news room, news desk, newsdesk, news studio, news anchor, broadcast
podcast: podcast, podcaster, podcast desk, podcast studio
stage: stage, podium, auditorium
lounge: lounge
living-room: living room, livingroom
sofa: sofa, couch, settee, armchair
home: home, house, apartment, flat, loft, indoor, indoors
bedroom: bedroom, bed
kitchen: kitchen, kitchenette, dining room
library: library, bookshelf, bookshelves, bookcase
cafe: cafe, coffee shop, coffeehouse, coffee house, tea house
restaurant: restaurant, diner, bistro, pub
shop: shop, store, boutique, bookshop, book shop, bookstore, bakery, supermarket, grocery
market: market, bazaar
lobby: lobby, hotel lobby, hotel, reception, foyer
hall: hall, hallway, corridor, stairs, staircase, stairwell
hospital: hospital, clinic, ward, pharmacy, drugstore
lab: lab, laboratory
classroom: classroom, class room, school, university, campus, lecture hall
workshop: workshop, atelier, garage
warehouse: warehouse, factory, construction site
gym: gym, fitness, fitness studio
salon: salon, spa, barbershop
gallery: gallery, museum
car: car, taxi, in car
train: train, subway, metro, bus
airport: airport, airplane, aeroplane, plane
street: street, sidewalk, alley, esplanade, promenade, crosswalk, city, city street, downtown, skyline, urban
park: park
garden: garden, backyard, greenhouse
terrace: terrace, balcony, patio, veranda, porch, rooftop
beach: beach, seaside, seashore
harbour: harbour, harbor, marina, pier
forest: forest, woods, woodland, jungle, forest path
farm: farm, barn, ranch, vineyard
outdoor: outdoor, outdoors, outside
window: window, window seat
`

const wear = `
suit: suit, suits, pinstripe, pinstripes, tuxedo, tux
blazer: blazer, sport coat, sports coat
jacket: jacket, bomber, bomber jacket, leather jacket, denim jacket, windbreaker
denim: denim, jeans, denim jacket
shirt: shirt, collar, button down, button up, dress shirt
t-shirt: t shirt, tshirt, tee, tees, tee shirt
polo: polo, polo shirt
blouse: blouse
v-neck: vneck, v neck
sweater: sweater, jumper, pullover, knit, knitwear, knitted
cardigan: cardigan
turtleneck: turtleneck, turtle neck, roll neck
hoodie: hoodie, sweatshirt
dress: dress, gown, sundress
skirt: skirt
coat: coat, overcoat, trench coat, raincoat, parka
vest: vest, waistcoat, gilet
stripes: stripes, striped, stripy
apron: apron
medical: scrubs, lab coat, doctor, nurse, surgeon
workwear: hi vis, hivis, hi vis vest, high vis, overalls, coveralls, hard hat
uniform: uniform
sportswear: yoga, yoga top, activewear, sportswear, tracksuit, leggings, jersey, tank top
swimwear: swimwear, bikini, swimsuit
nightwear: pajamas, pyjamas, bathrobe
hat: hat, cap, beanie
glasses: glasses, sunglasses, eyeglasses
headphones: headphones, headset
tie: tie, necktie, bow tie
scarf: scarf
headscarf: hijab, headscarf
sari: sari, saree
kimono: kimono
shorts: shorts
casual: casual, casuals
business: business, formal
`

const pose = `
standing: standing, stands
sitting: sitting, seated, sits, cross legged
lying: lying, laying, reclining, lounging
leaning: leaning, leans
walking: walking, walks, strolling
running: running, jogging
kneeling: kneeling, crouching, squatting
dancing: dancing
`

const shot = `
front: front
side: side
left: left
right: right
upper-body: upper body, half body, waist up
full-body: full body, full length
close-up: close up, closeup, headshot, head shot
selfie: selfie, selfies
`

export const minedFacets = ['place', 'wear', 'pose', 'shot'] as const
export type MinedFacet = (typeof minedFacets)[number]

/** Words that say where the camera stands only where they end a name (`Amanda in Blue Shirt (Left)`), or in an id. */
export const sides: ReadonlySet<string> = new Set(['front', 'side', 'left', 'right'])

export interface Phrase {
  words: readonly string[]
  facet: MinedFacet
  value: string
}

const read = (facet: MinedFacet, table: string): Phrase[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [value = '', phrases = ''] = line.split(': ')
      return phrases.split(', ').map((phrase) => ({ words: phrase.split(' '), facet, value }))
    })

/** Every phrase by its first word, longest first. */
export const phrases: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  [...read('place', place), ...read('wear', wear), ...read('pose', pose), ...read('shot', shot)].toSorted(
    (a, b) => b.words.length - a.words.length,
  ),
  ({ words }) => words[0] ?? '',
)
