package dev.pgstow.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers by question id, and who gave each. Immutable. */
public final class Answers {

  /** Where an answer comes from. */
  public enum Origin {
    /** A flag on the command line: its question is not asked. */
    FLAG,
    /** A person. */
    PERSON,
    /** The question's own default: derived anew when earlier answers change. */
    DEFAULT
  }

  private record Answer(List<String> values, Origin origin) {}

  private static final Answers NONE = new Answers(Map.of());

  private final Map<String, Answer> byId;

  private Answers(Map<String, Answer> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** No answers. */
  public static Answers none() {
    return NONE;
  }

  /** These answers and one more, or another in its place. */
  public Answers with(String id, String value, Origin origin) {
    return with(id, List.of(value), origin);
  }

  /** As {@link #with(String, String, Origin)}, for a question with several values. */
  public Answers with(String id, List<String> values, Origin origin) {
    Map<String, Answer> next = new LinkedHashMap<>(byId);
    next.put(id, new Answer(List.copyOf(values), origin));
    return new Answers(next);
  }

  /** These answers without one. */
  public Answers without(String id) {
    Map<String, Answer> next = new LinkedHashMap<>(byId);
    next.remove(id);
    return new Answers(next);
  }

  /** Whether the question has an answer. */
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The only value of an answer; empty if there is no answer. */
  public Optional<String> text(String id) {
    Answer answer = byId.get(id);
    return answer == null || answer.values.isEmpty()
        ? Optional.empty()
        : Optional.of(answer.values.get(0));
  }

  /** All values of an answer; empty if there is no answer. */
  public Optional<List<String>> list(String id) {
    return Optional.ofNullable(byId.get(id)).map(Answer::values);
  }

  /** Whether a switch is on. */
  public boolean isOn(String id) {
    return text(id).filter("true"::equals).isPresent();
  }

  /** Who gave an answer; empty if there is none. */
  public Optional<Origin> origin(String id) {
    return Optional.ofNullable(byId.get(id)).map(Answer::origin);
  }

  /** The ids that have answers, in the order they were first given. */
  public Set<String> ids() {
    return byId.keySet();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers that && byId.equals(that.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }

  @Override
  public String toString() {
    return byId.toString();
  }
}
