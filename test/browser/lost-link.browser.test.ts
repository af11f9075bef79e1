import { describe, expect, it } from 'vitest'
import { axe, tooWide } from './axe.ts'
import { browserPresent } from './chromium.ts'
import { onStage } from './stage.ts'

describe.skipIf(!browserPresent('asking for a lost link'))('asking for a lost link', () => {
  it(
    'says what is wrong beside the field, and afterwards what happens now; by keyboard, on a phone',
    onStage(async (stage) => {
      const visitor = await stage.enter(null, { width: 360 })
      expect(await visitor.open('/vraag/nieuwe-link')).toBe(200)
      await visitor.keys.fill('Het mailadres waarmee', 'dit is geen adres')
      await visitor.keys.press('Mail mij een nieuwe link')
      expect(await axe(visitor.page)).toEqual([])
      expect(await tooWide(visitor.page)).toEqual([])
      expect(await visitor.page.locator('[aria-invalid="true"]').count()).toBe(1)
      expect(await visitor.page.locator('input[name="email"]').inputValue()).toBe('dit is geen adres')

      await visitor.keys.fill('Het mailadres waarmee', 'niemand@example.org')
      await visitor.keys.press('Mail mij een nieuwe link')
      expect(new URL(visitor.page.url()).search).toBe('?gedaan=gevraagd')
      expect(await axe(visitor.page)).toEqual([])
      expect(visitor.complaints()).toEqual([])
    }),
    120_000,
  )
})
