import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const schema = `
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
  create index if not exists intents_by_time on intents (created_at);
  create index if not exists intents_by_user on intents (user, created_at);
  create index if not exists intents_by_key on intents (user, key);
  create index if not exists intents_by_result on intents (kind, result_id);
  create index if not exists intents_pending on intents (state) where state in ('sending', 'unknown');
`

/** Opens the database, for this process alone and only its own user; throws where it cannot be had or written. */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
    // It holds what people write, whatever it was created with.
    chmodSync(file, 0o600)
  }
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // EXCLUSIVE: a second process on the same file would send again what this one is sending. The lock ends with
    // the process, however it ends. FULL: a row is on the disk before its request is sent.
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full')
    database.exec(`begin immediate; ${schema} commit`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
