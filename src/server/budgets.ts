import { Failure } from './failure.ts'

/** Videos that may be ordered; a batch counts as its videos. */
export interface Budgets {
  userMinute: number
  userDay: number
  allMinute: number
  allDay: number
}

export interface BudgetLimit {
  most: number
  /** Milliseconds. */
  span: number
  /** For each person, or for all together. */
  own: boolean
  variable: string
}

const minute = 60_000
const day = 24 * 60 * minute

export const budgetLimits = ({ userMinute, userDay, allMinute, allDay }: Budgets): BudgetLimit[] => [
  { most: userMinute, span: minute, own: true, variable: 'CREATES_PER_MINUTE' },
  { most: userDay, span: day, own: true, variable: 'CREATES_PER_DAY' },
  { most: allMinute, span: minute, own: false, variable: 'CREATES_PER_MINUTE_ALL' },
  { most: allDay, span: day, own: false, variable: 'CREATES_PER_DAY_ALL' },
]

/** `wait`: milliseconds until there is room, or null where this order alone is more than the limit. */
export function overBudget({ most, span, own, variable }: BudgetLimit, wait: number | null): Failure {
  const per = `${span === minute ? 'a minute' : 'a day'}${own ? ' for each person' : ' for all together'}`
  return new Failure(
    429,
    'budget_exceeded',
    `This Lookbook makes at most ${most} videos ${per} (${variable}).`,
    { headers: wait === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(wait / 1000))) } },
  )
}
