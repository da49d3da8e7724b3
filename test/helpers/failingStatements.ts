import BetterSqlite3 from 'better-sqlite3'

export type FailingCode = 'SQLITE_IOERR_WRITE' | 'SQLITE_FULL' | 'SQLITE_BUSY' | 'SQLITE_NOMEM'
export type FailingStatements = Disposable & {
  /** Lets the n-th statement from now on fail (1 is the next), once. With `takesBack` SQLite has taken the whole transaction back by then, as it may do. */
  failAt(n: number, code: FailingCode, takesBack: boolean): void
  /** Whether the failure has come. Ends it. */
  hasFailed(): boolean
}

type Method = (this: BetterSqlite3.Statement, ...params: unknown[]) => unknown
type Methods = { run: Method; get: Method; all: Method }

/** Stands before every statement of this process, those that begin and end transactions too. What takes back never fails: nor does it in SQLite. */
export function failingStatements(): FailingStatements {
  const driver = new BetterSqlite3(':memory:')
  const methods = Object.getPrototypeOf(driver.prepare('select 1')) as Methods
  driver.close()
  const real: Methods = { run: methods.run, get: methods.get, all: methods.all }
  let left = Infinity
  let fail: (statement: BetterSqlite3.Statement) => void = () => {}

  for (const name of ['run', 'get', 'all'] as const) {
    methods[name] = function (...params) {
      if (!this.source.startsWith('ROLLBACK') && --left === 0) fail(this)
      return real[name].call(this, ...params)
    }
  }
  return {
    failAt(n, code, takesBack) {
      left = n
      fail = ({ database }) => {
        if (takesBack && database.inTransaction) database.exec('ROLLBACK')
        throw new BetterSqlite3.SqliteError(`made to fail with ${code}`, code)
      }
    },
    hasFailed() {
      const has = left <= 0
      left = Infinity
      return has
    },
    [Symbol.dispose]: () => void Object.assign(methods, real),
  }
}
