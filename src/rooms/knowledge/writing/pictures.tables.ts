import type { PeopleAnswer } from './pictures.rules.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    knowledge_pictures: {
      id: string
      item_id: string
      alt_sealed: Buffer | null
      maker_sealed: Buffer
      licence: string
      people: PeopleAnswer
      added_by: string | null
      added_at: Date
      unused_since: Date | null
    }
    knowledge_picture_files: {
      picture_id: string
      item_id: string
      width: number
      height: number
      bytes_sealed: Buffer
    }
    'square.pictures': { id: string; width: number; height: number; item_id: string; bytes: Buffer }
  }
}
