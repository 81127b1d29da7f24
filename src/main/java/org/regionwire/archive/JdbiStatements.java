package org.regionwire.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/**
 * Statements of one connection to SQLite, kept for the next time: for a short transaction to read
 * its statements is as much work as to do what they say. Used by one thread at a time, like the
 * connection.
 */
final class JdbiStatements extends DefaultStatementBuilder {
  private static final int MOST = 100;

  /** A longer one is a list of values that hardly comes again. */
  private static final int LONGEST = 2_000;

  private final SQLiteConnection connection;
  private final Map<Statement, String> lent = new IdentityHashMap<>();
  private final LinkedHashMap<String, PreparedStatement> free = new LinkedHashMap<>();

  private JdbiStatements(SQLiteConnection connection) {
    this.connection = connection;
  }

  /** Of all connections of one database. */
  static StatementBuilderFactory ofEach() {
    return new StatementBuilderFactory() {
      private final Map<SQLiteConnection, JdbiStatements> all = new ConcurrentHashMap<>();

      @Override
      public StatementBuilder createStatementBuilder(Connection pooled) {
        var connection = unwrapped(pooled);
        var known = all.get(connection);
        if (known != null) {
          return known;
        }
        all.keySet().removeIf(JdbiStatements::isClosed);
        return all.computeIfAbsent(connection, JdbiStatements::new);
      }
    };
  }

  /** The pool would close a statement of its own when the connection is given back. */
  private static SQLiteConnection unwrapped(Connection pooled) {
    try {
      return pooled.unwrap(SQLiteConnection.class);
    } catch (SQLException e) {
      throw new IllegalStateException("this is no connection to SQLite", e);
    }
  }

  private static boolean isClosed(SQLiteConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public PreparedStatement create(Connection pooled, String sql, StatementContext context)
      throws SQLException {
    if (sql.length() > LONGEST || context.isReturningGeneratedKeys()) {
      return super.create(pooled, sql, context);
    }
    var kept = free.remove(sql);
    var statement = kept == null ? connection.prepareStatement(sql) : kept;
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public void close(Connection pooled, String template, Statement statement) throws SQLException {
    var sql = lent.remove(statement);
    if (sql == null || statement.isClosed() || free.containsKey(sql)) {
      statement.close();
      return;
    }
    free.put(sql, (PreparedStatement) statement);
    if (free.size() > MOST) {
      var oldest = free.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
  }
}
