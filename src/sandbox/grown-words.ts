// Words the grown catalogue's names are put together from, in the manner of HeyGen's own.

export const firstNames = {
  female:
    'Abena Adele Agata Alba Alina Amara Anouk Astrid Beatriz Bianca Brigid Carla Celeste Chiara Daria Delphine Dunya Edith Eila Elif Emilia Esra Fatima Fiona Freya Gemma Greta Hedda Helene Ilse Imani Ines Irina Isla Ivana Jana Jasmin Joanna Jun Kalina Katya Keiko Klara Lara Leonie Lin Liv Lotte Luisa Magda Maren Marta Mila Mina Mirela Nadia Nia Nina Nora Odile Olga Paloma Petra Quinn Rania Renata Rosa Saga Salma Selin Signe Silvia Sunniva Tamar Thandi Tilda Uma Vera Wanda Xiu Ylva Zahra'.split(
      ' ',
    ),
  male: 'Adil Alan Aleks Amir Anders Anton Arno Bastian Benoit Bo Bruno Caspar Chidi Corin Dario Demba Dov Edvard Elias Emil Enzo Ernesto Fabio Farid Felix Finn Florian Gabor Georg Gil Goran Hakim Hamid Harald Hugo Idris Igor Ilya Isaac Ivo Jakob Jamal Joel Jonas Jorge Kaito Karim Kasper Kofi Lars Lev Lorenz Luca Magnus Malik Mateo Milan Moses Nadim Nils Noah Okan Oscar Otto Piotr Quentin Ravi Rene Rico Robin Sami Sander Stefan Tariq Teo Timo Tobias Ugo Viktor Vito Wim Xavier Yannis Yusuf Zeno'.split(
    ' ',
  ),
}

export const places =
  'Office,Kitchen,Lounge,Library,Studio,Garden,Balcony,Beach,Cafe,Bookshop,Hospital,Classroom,Workshop,Warehouse,Gym,Park,Rooftop,Street,Subway,Terrace,Hotel Lobby,Meeting Room,Home Office,Sofa,Stairs,Gallery,Bakery,Greenhouse,Harbour,Forest Path,Car,Podcast Desk,News Desk,Boardroom,Salon,Pharmacy,Laboratory,Farm,Train,Window Seat'.split(
    ',',
  )

export const clothes =
  'Suit,Blazer,White Shirt,Blue Shirt,Grey Sweater,Red Dress,Black Dress,Hoodie,Denim Jacket,Leather Jacket,Polo Shirt,Cardigan,Turtleneck,Apron,Scrubs,Lab Coat,Hi-Vis Vest,Raincoat,Linen Shirt,Yoga Top,T-Shirt,Trench Coat,Waistcoat,Knit Jumper'.split(
    ',',
  )

export const jobs =
  'Doctor,Nurse,Teacher,Barista,Chef,Engineer,Lawyer,Trainer,Realtor,Farmer,Pilot,Guide,Designer,Pharmacist,Coach,Florist'.split(
    ',',
  )

export const moods =
  'Quiet,Patient,Sunlit,Curious,Steady,Cheerful,Weekend,Evening,Rainy Day,Early Morning,Thoughtful,Unhurried,Bright,Downtown'.split(
    ',',
  )

export const roles =
  'Presenter,Storyteller,Neighbour,Gardener,Reader,Commuter,Host,Explainer,Traveller,Craftsman,Narrator,Regular'.split(
    ',',
  )

export const views = ['Front', 'Side', 'Left', 'Right', '(Upper Body)']

export const poses = ['standing', 'sitting', 'leaning', 'walking']

/** What people write into the name field: prompts, tests, another script, stray whitespace. */
export const oddNames = [
  '222',
  'test',
  'TEST final',
  'Avatar 1',
  'untitled',
  '\tLjudmila',
  ' Marisol ',
  '"Baker with flour"  2',
  'UGC/Outdoor',
  'Юлия',
  '小雨',
  'שירה',
  'Crème brûlée chef',
  '<i>Intro</i>',
]
