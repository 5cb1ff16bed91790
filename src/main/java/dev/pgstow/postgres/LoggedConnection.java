package dev.pgstow.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are told to {@link StatementLog}. */
final class LoggedConnection implements InvocationHandler {
  private final Object target;
  private final String prepared;

  private LoggedConnection(Object target, String prepared) {
    this.target = target;
    this.prepared = prepared;
  }

  static Connection of(Connection connection) {
    return proxy(Connection.class, connection, "");
  }

  private static <T> T proxy(Class<T> type, T target, String prepared) {
    return type.cast(
        Proxy.newProxyInstance(
            LoggedConnection.class.getClassLoader(),
            new Class<?>[] {type},
            new LoggedConnection(target, prepared)));
  }

  @Override
  public @Nullable Object invoke(
      Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (target instanceof Statement statement && method.getName().startsWith("execute")) {
      String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
      Object result = StatementLog.timed(StatementLog.shown(sql), () -> call(method, arguments));
      if (!statement.isClosed()) {
        StatementLog.notices(statement.getWarnings());
      }
      return result;
    }
    Object result = call(method, arguments);
    if (result instanceof PreparedStatement statement && arguments != null) {
      return proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
    }
    return target instanceof Connection && result instanceof Statement statement
        ? proxy(Statement.class, statement, "")
        : result;
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
