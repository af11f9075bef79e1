import type { Platform } from '../platform/platform.ts'

/** Fills an empty demo database with the demo network; a filled one is left as it is. */
export async function openDemo(_platform: Platform): Promise<void> {}
