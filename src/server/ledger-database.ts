/** SQLite, as far as the ledger needs it. Values are named: `:user` in the text, `user` in `values`. */
export interface LedgerDatabase {
  /** Gives how many rows were changed. */
  run: (sql: string, values: SqlValues) => number
  all: (sql: string, values: SqlValues) => unknown[]
  /** All of it or nothing; throws what `work` throws. */
  transaction: <T>(work: () => T) => T
  close: () => void
}

export type SqlValues = Record<string, string | number | null>

export const ledgerSchema = `
  create table if not exists intents (
    id integer primary key,
    user text not null, kind text not null, route text not null, key text not null,
    hash text not null, body text, state text not null, answer text, error text, facts text not null,
    result_id text, upstream_key text not null, cost integer not null,
    attempts integer not null default 0, resends integer not null default 0,
    created_at integer not null, first_sent integer, last_sent integer, updated_at integer not null,
    listed_at integer, clean_listings integer not null default 0,
    unique (user, route, key)
  ) strict;
  create table if not exists tokens (
    name text primary key, access text not null, refresh text not null, expires_at integer
  ) strict;
  create table if not exists sessions (
    hash text primary key, made_with text not null, made_at integer not null, used_at integer not null
  ) strict, without rowid;
  create index if not exists intents_by_time on intents (created_at);
  create index if not exists intents_by_user on intents (user, created_at);
  create index if not exists intents_by_key on intents (user, key);
  create index if not exists intents_by_result on intents (kind, result_id);
  create index if not exists intents_pending on intents (state) where state in ('sending', 'unknown');
`
