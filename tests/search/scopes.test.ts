import { expect, test } from 'vitest'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { makeGroup, makeLook } from './make-look.ts'

const index = createCatalogueIndex()
index.putGroups([makeGroup('g-1', 'Dante Alba'), makeGroup('g-2', 'Ines')])
index.putLooks([
  makeLook({
    id: 'photo',
    name: 'Dante News Desk Front',
    group_id: 'g-1',
    gender: 'Man',
    preferred_orientation: 'landscape',
    supported_api_engines: ['avatar_iii', 'avatar_iv', 'avatar_v'],
    preview_video_url: '/clip.mp4',
    tags: ['business'],
  }),
  makeLook({
    id: 'Ines_sitting_boardroom_side',
    name: 'Ines White T-Shirt (Upper Body)',
    avatar_type: 'studio_avatar',
    group_id: 'g-2',
    gender: 'female',
    image_width: 1080,
    image_height: 1920,
    supported_api_engines: ['avatar_iii'],
    default_voice_id: 'voice',
  }),
  makeLook(
    {
      id: 'twin',
      name: 'Twin',
      avatar_type: 'digital_twin',
      gender: 'non-binary',
      image_width: 720,
      image_height: 720,
      supported_api_engines: ['avatar_vi_preview'],
    },
    true,
  ),
])

const found = (q: string) =>
  index
    .ask({ q, picks: {} }, { by: 'looks', fold: false })
    .looks(0, 9)
    .map(({ id }) => (id.startsWith('Ines') ? 'studio' : id))
    .join(' ')

test.each([
  [['type:photo', 'type:photo_avatar', 'TYPE:Photo', '-type:studio,twin'], 'photo'],
  [['type:studio', 'type:studio_avatar', 'type:stud'], 'studio'],
  [['type:twin', 'type:video', 'type:video_avatar', 'type:digital_twin'], 'twin'],
  [['own:mine', 'own:private', '-own:public', '-own:stock'], 'twin'],
  [['person:dante', 'person:"dante alba"', 'person:alba', 'group:g-1', 'person:dan'], 'photo'],
  [['gender:male', 'gender:man', 'gender:m'], 'photo'],
  [['gender:female', 'gender:w', 'gender:woman', 'gender:fem'], 'studio'],
  [['gender:non-binary', 'gender:"non binary"'], 'twin'],
  [['ori:landscape', 'ori:16:9', 'ori:wide', 'orientation:land'], 'photo'],
  [['ori:portrait', 'ori:9:16', 'ori:vertical'], 'studio'],
  [['ori:square', 'ori:1:1'], 'twin'],
  [['engine:v', 'engine:avatar_v', 'engine:5', 'engine:iv', 'engine:V,IV'], 'photo'],
  [['engine:iii', 'engine:3', 'engine:v,iii', '-engine:vi'], 'photo studio'],
  [['engine:vi', 'engine:avatar_vi_preview'], 'twin'],
  [['has:video', 'has:clip', 'has:tags', 'has:tag'], 'photo'],
  [['has:voice'], 'studio'],
  [['place:newsroom', 'place:newsdesk', 'place:"news desk"', 'place:news'], 'photo'],
  [['place:meeting-room', 'place:boardroom', 'place:"meeting room"', 'place:meeting_room'], 'studio'],
  [['wear:t-shirt', 'wear:tee', 'wear:tshirt'], 'studio'],
  [['pose:sitting', 'pose:seated', 'pose:sit'], 'studio'],
  [['shot:front', 'view:front'], 'photo'],
  [['shot:side', 'shot:upper-body', 'shot:"upper body"', 'shot:"half body"'], 'studio'],
  [['type:photo type:studio', 'type:photo place:boardroom', 'type:hologram', 'pose:constructor'], ''],
  [['type:', 'place:""', '-shot:', 'person:'], 'photo studio twin'],
  [['desk type:', 'desk -type:studio', '"news desk" has:video'], 'photo'],
])('%j mean %j', (queries, expected) => {
  for (const q of queries) expect({ q, found: found(q) }).toEqual({ q, found: expected })
})
