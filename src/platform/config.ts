import { join, resolve } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_URL_HOUSE: z.string().startsWith('postgres').optional(),
  DATABASE_URL_SQUARE: z.string().startsWith('postgres').optional(),
  DATABASE_URL_WORKER: z.string().startsWith('postgres').optional(),
  DATA_DIR: z.string().min(1).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_IN: z.string().optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  KEY_FILE: z.string().min(1).optional(),
  CHROMIUM: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CLOCK_OFFSET: z
    .string()
    .regex(/^[+-]?\d+[smhd]$/)
    .optional(),
  FAULT_POINTS: z.string().optional(),
})

/** What the environment says. The only place that reads it. */
export type Config = {
  readonly port: number
  /** An administrator's URL, used to migrate only; absent means the embedded cluster. */
  readonly databaseUrl: string | undefined
  readonly databaseUrls: { readonly house?: string; readonly square?: string; readonly worker?: string }
  readonly dataDir: string
  readonly smtpUrl: string | undefined
  readonly mailIn: string | undefined
  /** Where the world reaches us, without a slash at the end; absent on a machine of one's own. */
  readonly publicOrigin: string | undefined
  readonly trustedProxies: readonly string[]
  readonly keyFile: string | undefined
  /** A path, or `none`; absent: where it usually stands. */
  readonly chromium: string | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Test databases only: milliseconds that the clock is moved. */
  readonly clockOffset: number
  readonly faultPoints: readonly string[]
}

const unit = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

function millisecondsOf(offset: string | undefined): number {
  const parts = offset?.match(/^([+-]?\d+)([smhd])$/)
  return parts ? Number(parts[1]) * unit[parts[2] as keyof typeof unit] : 0
}

/** @throws Error that names each wrong variable and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(given)
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')
    throw new Error(`These settings are not right. Correct them in the environment and start again:\n${wrong}`)
  }
  const v = read.data
  return {
    port: v.PORT,
    databaseUrl: v.DATABASE_URL,
    databaseUrls: {
      ...(v.DATABASE_URL_HOUSE && { house: v.DATABASE_URL_HOUSE }),
      ...(v.DATABASE_URL_SQUARE && { square: v.DATABASE_URL_SQUARE }),
      ...(v.DATABASE_URL_WORKER && { worker: v.DATABASE_URL_WORKER }),
    },
    dataDir: v.DATA_DIR === undefined ? join(root, 'data') : resolve(v.DATA_DIR),
    smtpUrl: v.SMTP_URL,
    mailIn: v.MAIL_IN,
    publicOrigin: v.PUBLIC_ORIGIN?.replace(/\/$/, ''),
    trustedProxies: v.TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    keyFile: v.KEY_FILE,
    chromium: v.CHROMIUM,
    logLevel: v.LOG_LEVEL,
    clockOffset: millisecondsOf(v.CLOCK_OFFSET),
    faultPoints: (v.FAULT_POINTS ?? '').split(',').filter(Boolean),
  }
}
