import * as z from 'zod/mini'
import type { BudgetLimit } from './budgets.ts'
import type { LedgerDatabase, SqlValues } from './ledger-database.ts'
import { readRow } from './ledger-row.ts'
import { before, type IntentRecord, type Ledger, type Order, type Settlement } from './ledger.ts'
import { sessionsOver } from './session-store.ts'

/** For who starts a server that cannot have it. */
export const noLedger =
  'LEDGER_FILE cannot be written or is in use by another Lookbook: videos are shown, and none are made.'

const sumSchema = z.object({ sum: z.number() })
const tokensSchema = z.object({
  access: z.string(),
  refresh: z.string(),
  expiresAt: z.nullable(z.number()),
})
const spentSchema = z.object({ cost: z.number(), created_at: z.number() })

/** Long past the day for which HeyGen knows a key. */
const kept = 90 * 24 * 60 * 60_000

const quoted = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

const columns = (settlement: Settlement): SqlValues => ({
  answer: settlement.state === 'done' ? settlement.answer : null,
  result: settlement.state === 'done' ? settlement.resultId : null,
  error: settlement.state === 'refused' ? JSON.stringify(settlement.error) : null,
})

/** The ledger in a database that has its tables. */
export function ledgerOver(database: LedgerDatabase): Ledger {
  const { run, all, transaction, close } = database
  const one = (where: string, values: SqlValues): IntentRecord | undefined => {
    const [row] = all(`select * from intents where ${where} limit 1`, values)
    return row === undefined ? undefined : readRow(row)
  }
  const sum = (what: string, values: SqlValues) => z.parse(sumSchema, all(`select ${what}`, values)[0]).sum

  /** What was refused or never made gives its place back. */
  const counted = `created_at > :since and state not in ('refused', 'absent')`

  /** Null where there is room; else milliseconds until there is, or Infinity for never. */
  function waitFor({ most, span, own }: BudgetLimit, { user, cost }: Order, now: number): number | null {
    if (cost > most) return Infinity
    const where = own ? `${counted} and user = :user` : counted
    const values = { since: now - span, ...(own ? { user } : {}) }
    let over = sum(`coalesce(sum(cost), 0) as sum from intents where ${where}`, values) + cost - most
    if (over <= 0) return null
    for (const row of all(
      `select cost, created_at from intents where ${where} order by created_at`,
      values,
    )) {
      const spent = z.parse(spentSchema, row)
      over -= spent.cost
      if (over <= 0) return spent.created_at + span - now
    }
    return null
  }

  function insert({ facts, upstreamKey, ...order }: Order, now: number): IntentRecord | undefined {
    run(
      `insert into intents (user, kind, route, key, hash, body, state, facts, upstream_key, cost, created_at, updated_at)
       values (:user, :kind, :route, :key, :hash, :body, 'new', :facts, :upstreamKey, :cost, :now, :now)`,
      { ...order, facts: JSON.stringify(facts), upstreamKey, now },
    )
    return one('id = last_insert_rowid()', {})
  }

  return {
    open(order, limits, now) {
      return transaction(() => {
        const { user, route, key } = order
        const known = one('user = :user and route = :route and key = :key', { user, route, key })
        if (known) return { kind: 'known', record: known }
        for (const limit of limits) {
          const wait = waitFor(limit, order, now)
          if (wait !== null) return { kind: 'over', limit, wait: wait === Infinity ? null : wait }
        }
        const record = insert(order, now)
        if (!record) throw new Error('The ledger lost a row.')
        return { kind: 'opened', record }
      })
    },
    get: (id) => one('id = :id', { id }),
    find: (user, key) => one('user = :user and key = :key order by id desc', { user, key }),
    sent(id, { resend, now }) {
      const changed = run(
        `update intents set state = iif(state = 'new', 'sending', state), attempts = attempts + 1,
         resends = resends + :resend, first_sent = coalesce(first_sent, :now), last_sent = :now, updated_at = :now,
         clean_listings = 0 where id = :id and state in ('new', 'sending', 'unknown')`,
        { id, resend: resend ? 1 : 0, now },
      )
      if (changed !== 1) throw new Error('The order is settled already.')
    },
    settle: (id, settlement, now) =>
      run(
        `update intents set state = :state, answer = :answer, result_id = :result, error = :error, updated_at = :now,
         body = iif(:state = 'unknown', body, null) where id = :id and state in (${quoted(before[settlement.state])})`,
        { id, now, state: settlement.state, ...columns(settlement) },
      ) === 1,
    forget(id) {
      run(`delete from intents where id = :id and state = 'new'`, { id })
    },
    listed(id, clean, now) {
      run(
        `update intents set listed_at = :now, clean_listings = iif(:clean, clean_listings + 1, 0)
         where id = :id and state = 'unknown'`,
        { id, clean: clean ? 1 : 0, now },
      )
    },
    pending: () =>
      all(`select * from intents where state in ('sending', 'unknown') order by first_sent, id`, {}).map(
        readRow,
      ),
    claimed: (kind, result) => one('kind = :kind and result_id = :result', { kind, result }) !== undefined,
    doneLike: ({ kind, route, facts }, since) =>
      sum(
        `count(*) as sum from intents where state = 'done' and first_sent >= :since
         and kind = :kind and route = :route and facts = :facts`,
        { since, kind, route, facts: JSON.stringify(facts) },
      ),
    takeOver(now) {
      transaction(() => {
        run(
          `delete from intents where state = 'new' or (state in ('done', 'refused', 'absent') and updated_at < :old)`,
          {
            old: now - kept,
          },
        )
        run(`update intents set state = 'unknown', updated_at = :now where state = 'sending'`, { now })
      })
    },
    tokens(name) {
      run('delete from tokens where name is not :name', { name })
      const [row] = all('select access, refresh, expires_at as expiresAt from tokens', {})
      return row === undefined ? undefined : z.parse(tokensSchema, row)
    },
    keepTokens(name, { access, refresh, expiresAt }) {
      run(
        `insert into tokens (name, access, refresh, expires_at) values (:name, :access, :refresh, :expiresAt)
         on conflict (name) do update set access = :access, refresh = :refresh, expires_at = :expiresAt`,
        { name, access, refresh, expiresAt },
      )
    },
    sessions: sessionsOver(database),
    close,
  }
}
