package io.mysqlrelay.core.precheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alerts that the user has accepted: by id, or by id for a table or database. Immutable. */
public final class Ignored {
    private final Set<CheckKind> whole = new HashSet<>();
    private final Map<CheckKind, List<String>> objects = new HashMap<>();

    private Ignored() {}

    public static Ignored nothing() {
        return new Ignored();
    }

    /**
     * @param list {@code P16,P35:db.table}; null or empty for none
     * @throws IllegalArgumentException naming what is not an id
     */
    public static Ignored parse(String list) {
        Ignored ignored = new Ignored();
        for (String part : list == null ? new String[0] : list.split(",")) {
            String entry = part.strip();
            if (entry.isEmpty()) {
                continue;
            }
            int colon = entry.indexOf(':');
            CheckKind kind = CheckKind.of(colon < 0 ? entry : entry.substring(0, colon));
            if (colon < 0) {
                ignored.whole.add(kind);
            } else {
                ignored.objects
                        .computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(entry.substring(colon + 1).strip());
            }
        }
        return ignored;
    }

    /** @return everything that either list accepts */
    public Ignored and(Ignored other) {
        Ignored both = new Ignored();
        for (Ignored one : List.of(this, other)) {
            both.whole.addAll(one.whole);
            one.objects.forEach((kind, names) ->
                    both.objects.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(names));
        }
        return both;
    }

    /** Errors stay, and objects that are not named stay: a finding about both comes back as two results. */
    List<CheckResult> apply(CheckResult result) {
        if (!result.failed(Severity.ALERT) && !result.failed(Severity.NOTE)) {
            return List.of(result);
        }
        if (whole.contains(result.kind())) {
            return List.of(with(result, result.finding(), true));
        }
        List<String> names = objects.getOrDefault(result.kind(), List.of());
        List<String> accepted = result.finding().objects().stream()
                .filter(o -> names.stream().anyMatch(n -> covers(n, o)))
                .toList();
        if (accepted.isEmpty()) {
            return List.of(result);
        }
        List<String> open = result.finding().objects().stream()
                .filter(o -> !accepted.contains(o))
                .toList();
        List<CheckResult> split = new ArrayList<>();
        if (!open.isEmpty()) {
            split.add(with(result, result.finding().of(open), false));
        }
        split.add(with(result, result.finding().of(accepted), true));
        return split;
    }

    private static CheckResult with(CheckResult r, Finding finding, boolean ignored) {
        return new CheckResult(r.kind(), r.side(), r.setting(), finding, ignored, r.millis());
    }

    private static boolean covers(String name, String object) {
        return object.equals(name) || object.startsWith(name + ".") || object.startsWith(name + " ");
    }
}
