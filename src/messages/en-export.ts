// The words of exports and of the contact sheet.

const number = new Intl.NumberFormat('en')
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' })

const looks = (count: number) => `${number.format(count)} ${count === 1 ? 'look' : 'looks'}`

export const exportText = {
  button: 'Export',
  title: 'Export this board',
  choices: {
    csv: 'Table (CSV)',
    csvHint: 'For a spreadsheet: a row for each look, with everyone’s verdicts.',
    json: 'Data (JSON)',
    jsonHint: 'The same, for programs.',
    markdown: 'Decision record (Markdown)',
    record: 'Decision record (JSON)',
    recordHint: 'What was chosen, the runners-up, why, and what was said.',
    undecided: 'Once a decision is made.',
    file: 'Board file',
    fileHint: 'All of the board, to open in another browser or to keep.',
    fileTooLarge:
      'All of the board, to keep. It is too large for Lookbook to open again: remove looks or reviews first.',
    ids: 'Copy ids',
    idsHint: 'One look id a line.',
    sheet: 'Contact sheet',
    sheetHint: 'Pages to print, or to save as a PDF.',
  },
  empty: 'There are no looks on this board.',
  saved: (name: string) => `Saved ${name}`,
  looksFile: 'Looks',
  people: {
    looking: (found: number, all: number) =>
      `Looking up people: ${number.format(found)} of ${number.format(all)}`,
    stop: 'Stop and save',
    without: (count: number) =>
      count === 1
        ? 'The name of 1 person could not be read and is left empty.'
        : `The names of ${number.format(count)} people could not be read and are left empty.`,
  },
  columns: {
    position: 'Position',
    id: 'Id',
    name: 'Name',
    person: 'Person',
    type: 'Type',
    size: 'Size',
    myVerdict: 'My verdict',
    myScore: 'My score',
    myNote: 'My note',
    verdictOf: (who: string) => `${who}: verdict`,
    scoreOf: (who: string) => `${who}: score`,
    noteOf: (who: string) => `${who}: note`,
    meanScore: 'Mean score',
    dispute: 'Dispute',
    chosen: 'Chosen',
    from: 'Found with',
  },
  chosen: 'yes',
  runnerUp: 'runner-up',
  record: {
    title: (name: string) => `Decision: ${name}`,
    decided: (when: number, by: string) => `Decided ${day.format(when)}${by === '' ? '' : ` by ${by}`}.`,
    of: (count: number, people: number) =>
      `Out of ${looks(count)}, reviewed by ${number.format(people)} ${people === 1 ? 'person' : 'people'}.`,
    blind: 'The review was blind until submitted.',
    brief: 'Brief',
    chosen: 'Chosen',
    runnersUp: 'Runners-up',
    none: 'None',
    why: 'Why',
    notes: 'Notes',
    filters: 'Filters used',
  },
  sheet: {
    title: (name: string) => `Contact sheet of ${name}`,
    per: 'Looks a page',
    paper: 'Paper',
    papers: { a4: 'A4', letter: 'Letter' },
    way: 'Orientation',
    ways: { portrait: 'Portrait', landscape: 'Landscape' },
    print: 'Print',
    stop: 'Stop loading',
    again: 'Load the missing ones',
    loading: (done: number, all: number) => `Pictures: ${number.format(done)} of ${number.format(all)}`,
    names: 'Looking up people',
    ready: (pages: number) => `${number.format(pages)} ${pages === 1 ? 'page' : 'pages'}, ready to print`,
    without: (count: number) => `${looks(count)} without a picture`,
    nameless: (count: number) =>
      count === 1 ? '1 person without a name' : `${number.format(count)} people without a name`,
    failed: 'Picture did not load',
    page: (place: number, of: number) => `${place} / ${of}`,
    header: (date: number) => day.format(date),
    chosen: 'Chosen',
    score: (score: number) => `${score}/5`,
    mean: (score: number) => `mean ${number.format(Math.round(score * 10) / 10)}`,
  },
}
