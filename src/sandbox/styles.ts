export interface StyleRecord {
  style_id: string
  name: string
  aspect_ratio: string | null
  tags: string[]
  /** Name of a demo look's files. */
  media: string | null
}

/** GET /v3/video-agents/styles. */
export const styles: StyleRecord[] = [
  {
    style_id: 'clean_presenter',
    name: 'Clean presenter',
    aspect_ratio: '16:9',
    tags: ['business'],
    media: 'marcus-collar-newsroom-4',
  },
  {
    style_id: 'soft_portrait',
    name: 'Soft portrait',
    aspect_ratio: '9:16',
    tags: ['social'],
    media: 'hana-knit-forest-2',
  },
  {
    style_id: 'library_talk',
    name: 'Library talk',
    aspect_ratio: '16:9',
    tags: ['learning'],
    media: 'wei-collar-library-2',
  },
  { style_id: 'plain_paper', name: 'Plain paper', aspect_ratio: null, tags: [], media: null },
]
