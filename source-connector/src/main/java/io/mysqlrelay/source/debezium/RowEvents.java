package io.mysqlrelay.source.debezium;

import io.debezium.relational.Table;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.record.TableRecords;
import io.mysqlrelay.source.record.Transaction;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import io.mysqlrelay.source.value.ColumnCodecs;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns row events into changes. Knows the tables by the numbers that TABLE_MAP events give them. */
final class RowEvents {
    private static final Logger LOG = LoggerFactory.getLogger(RowEvents.class);

    private final TableModel model;
    private final CaptureFilter filter;
    private final ShapeReader shapes;
    private final ChangeStream stream;
    private final Rereads rereads;
    private final ModelRepair repair;
    /** Numbers whose rows are left out for the present transaction only. */
    private final Set<Long> inReread = new HashSet<>();

    /** Empty for a table that is not captured. */
    private final Map<Long, Optional<TableRecords>> byNumber = new HashMap<>();

    private final Map<TableName, TableRecords> byName = new HashMap<>();

    RowEvents(
            TableModel model,
            CaptureFilter filter,
            ShapeReader shapes,
            ChangeStream stream,
            Rereads rereads,
            ModelRepair repair) {
        this.repair = repair;
        this.rereads = rereads;
        this.model = model;
        this.filter = filter;
        this.shapes = shapes;
        this.stream = stream;
    }

    /** Numbers begin anew in the next file, and mean another structure after a DDL. */
    void forgetNumbers() {
        byNumber.clear();
        inReread.clear();
    }

    /** @param at where the event is, for messages */
    void tableMap(TableMap map, Transaction transaction, String at) throws InterruptedException {
        TableName name = new TableName(map.getDatabase(), map.getTable());
        if (inReread.remove(map.getTableId())) {
            byNumber.remove(map.getTableId());
        }
        if (rereads.contain(name, transaction.id())) {
            inReread.add(map.getTableId());
            byNumber.put(map.getTableId(), Optional.empty());
            return;
        }
        if (!byNumber.containsKey(map.getTableId())) {
            byNumber.put(map.getTableId(), records(map, transaction, at));
        }
    }

    private Optional<TableRecords> records(TableMap map, Transaction transaction, String at)
            throws InterruptedException {
        TableName name = new TableName(map.getDatabase(), map.getTable());
        if (!filter.table(name)) {
            return Optional.empty();
        }
        TableShape shape;
        try {
            shape = shape(name, map, at);
        } catch (RelayException e) {
            LOG.warn("The rows of {} at {} do not fit, reading its structure anew: {}", name, at, e.getMessage());
            repair.tables(Set.of(name), SourceOffset.position(transaction.offset()));
            shape = shape(name, map, at);
        }
        TableRecords before = byName.get(name);
        if (before != null && before.shape().equals(shape)) {
            // The same schema objects again, so that converters find them in their caches.
            return Optional.of(before);
        }
        TableRecords records = new TableRecords(shape, ColumnCodecs.of(shape));
        byName.put(name, records);
        return Optional.of(records);
    }

    private TableShape shape(TableName name, TableMap map, String at) {
        Table known = model.table(name);
        if (known == null) {
            throw new RelayException(
                    ErrorCode.TABLE_MODEL_DIFFERS, "table " + name.quoted() + " at " + at + ": it is not known");
        }
        return shapes.shape(known, map, at);
    }

    boolean captured(long tableNumber) {
        return byNumber.getOrDefault(tableNumber, Optional.empty()).isPresent();
    }

    /** @return the table's name, for messages; the number when it is not captured */
    String name(long tableNumber) {
        return byNumber.getOrDefault(tableNumber, Optional.empty())
                .map(t -> t.shape().name().quoted())
                .orElse("number " + tableNumber);
    }

    void changes(RowsEvent event, Transaction transaction, String at) throws InterruptedException {
        Optional<TableRecords> table = byNumber.getOrDefault(event.tableNumber(), Optional.empty());
        for (RowsEvent.Images row : event.rows()) {
            // Rows of tables that are not captured are counted, too.
            transaction.takeOrdinal();
            if (table.isPresent()) {
                Object[] before = values(table.get(), row.before(), at);
                Object[] after = values(table.get(), row.after(), at);
                stream.change(table.get(), before, after, event.unchecked(), transaction);
            }
        }
    }

    private static Object[] values(TableRecords table, Serializable[] raw, String at) {
        if (raw == null) {
            return null;
        }
        List<ColumnCodec> codecs = table.codecs();
        if (raw.length != codecs.size() + (table.shape().hiddenLast() ? 1 : 0)) {
            throw new RelayException(
                    ErrorCode.ROW_IMAGE_PARTIAL,
                    "table " + table.shape().name().quoted() + " at " + at + ": " + raw.length + " of " + codecs.size()
                            + " columns");
        }
        Object[] values = new Object[codecs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = raw[i] == null ? null : codecs.get(i).fromBinlog(raw[i]);
        }
        return values;
    }
}
