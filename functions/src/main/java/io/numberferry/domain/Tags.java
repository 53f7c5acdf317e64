package io.numberferry.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tags of a number, in the order of their keys. Those that AWS sets itself, whose keys begin with `aws:`, are
/// never among them: nobody else can set, change or remove one.
///
/// @param byKey not to be changed
public record Tags(SortedMap<String, String> byKey) {
    /// The most that a number can have: `TagMap` in the Connect API reference.
    public static final int MOST = 50;

    private static final String OF_AWS = "aws:";

    public Tags {
        SortedMap<String, String> own = new TreeMap<>(byKey);
        own.keySet().removeIf(Tags::isOfAws);
        byKey = Collections.unmodifiableSortedMap(own);
    }

    public static Tags of(Map<String, String> byKey) {
        return new Tags(new TreeMap<>(byKey));
    }

    public static Tags none() {
        return of(Map.of());
    }

    /// Tells whether a key is one that AWS keeps for itself.
    public static boolean isOfAws(String key) {
        return key.regionMatches(true, 0, OF_AWS, 0, OF_AWS.length());
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /// What makes these tags into others.
    public Change to(Tags wanted) {
        Map<String, String> set = new TreeMap<>(wanted.byKey);
        set.entrySet().removeIf(tag -> tag.getValue().equals(byKey.get(tag.getKey())));
        Set<String> removed = new TreeSet<>(byKey.keySet());
        removed.removeAll(wanted.byKey.keySet());
        return new Change(set, removed);
    }

    /// These tags after a change.
    public Tags with(Change change) {
        SortedMap<String, String> changed = new TreeMap<>(byKey);
        changed.keySet().removeAll(change.removed);
        changed.putAll(change.set);
        return new Tags(changed);
    }

    /// As a manifest writes them: `key=value;key=value`, with a backslash before what would end a key or a value.
    public String text() {
        return byKey.entrySet().stream()
                .map(tag -> escaped(tag.getKey()).replace("=", "\\=") + "=" + escaped(tag.getValue()))
                .collect(Collectors.joining(";"));
    }

    @Override
    public String toString() {
        return byKey.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;");
    }

    /// @param set tags to add, or to give another value
    /// @param removed keys
    public record Change(Map<String, String> set, Set<String> removed) {
        public Change {
            set = Collections.unmodifiableMap(new TreeMap<>(set));
            removed = Collections.unmodifiableSet(new TreeSet<>(removed));
        }

        public boolean isEmpty() {
            return set.isEmpty() && removed.isEmpty();
        }

        /// Only what is to be added, or to have another value.
        public Change setting() {
            return new Change(set, Set.of());
        }

        /// Only what is to be removed.
        public Change removing() {
            return new Change(Map.of(), removed);
        }

        /// Tells whether a number can have all tags at once, before any is removed.
        ///
        /// @param tags that it has
        public boolean fitsBeside(Tags tags) {
            Set<String> all = new TreeSet<>(tags.byKey.keySet());
            all.addAll(set.keySet());
            return all.size() <= MOST;
        }

        /// Tells whether tags are as this change leaves them, as far as it is about them.
        public boolean isMadeOn(Tags tags) {
            return tags.byKey.entrySet().containsAll(set.entrySet())
                    && Collections.disjoint(tags.byKey.keySet(), removed);
        }
    }
}
