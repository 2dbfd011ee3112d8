package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.decode.Coordinates;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** The deliveries of one window's changes. Used by the poll thread until the window is taken, then by the apply thread. */
final class WindowOrigins implements Origins {
    private final DeadLetters letters;
    private final IdentityHashMap<RowChange, Integer> places = new IdentityHashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Delivery> handedOver = Collections.newSetFromMap(new IdentityHashMap<>());

    WindowOrigins(DeadLetters letters) {
        this.letters = letters;
    }

    void add(RowChange change, Delivery delivery) {
        changes.add(change);
        deliveries.add(delivery);
    }

    List<RowChange> changes() {
        return changes;
    }

    /** All changes, each with the reason that its own record gives. Only where refusals are tolerated. */
    List<Refused> refused() {
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Delivery from = deliveries.get(i);
            refused.add(new Refused(changes.get(i), from.refusal().at("record " + Coordinates.of(from.kept()))));
        }
        return refused;
    }

    @Override
    public Place of(RowChange change) {
        Delivery from = delivery(change);
        return new Place(
                from.offset(), from.identity().transaction(), from.identity().ordinal());
    }

    @Override
    public boolean tolerated() {
        return letters.collected();
    }

    @Override
    public void handOver(List<Refused> rows) {
        List<Delivery> now = new ArrayList<>();
        List<SinkRecord> records = new ArrayList<>();
        List<RelayException> failures = new ArrayList<>();
        for (Refused row : rows) {
            Delivery from = delivery(row.change());
            if (!handedOver.contains(from)) {
                now.add(from);
                records.add(from.kept());
                failures.add(row.failure());
            }
        }
        if (!records.isEmpty()) {
            letters.store(records, failures);
            handedOver.addAll(now);
        }
    }

    /** Equal changes are different ones: compared by identity. Made when it is first asked, because most windows never ask. */
    private Delivery delivery(RowChange change) {
        if (places.size() < changes.size()) {
            for (int i = places.size(); i < changes.size(); i++) {
                places.put(changes.get(i), i);
            }
        }
        Integer place = places.get(change);
        if (place == null) {
            throw new IllegalArgumentException("the change is not one of the window's");
        }
        return deliveries.get(place);
    }
}
