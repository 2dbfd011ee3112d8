package io.mysqlrelay.source.debezium;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The session state that a QUERY event carries (libbinlogevents, statement_events.h, enum Query_event_status_vars). A
 * value is null when the event does not have it. Reading ends at the first unknown code, since its length is unknown
 * too.
 */
final class StatusVariables {
    private static final int OPTION_AUTO_IS_NULL = 1 << 14;
    private static final int OPTION_NO_FOREIGN_KEY_CHECKS = 1 << 26;
    private static final int OPTION_RELAXED_UNIQUE_CHECKS = 1 << 27;
    private static final int TOO_MANY_DATABASES = 254;

    Integer flags2;
    Long sqlMode;
    Integer autoIncrementIncrement;
    Integer autoIncrementOffset;
    Integer clientCollation;
    Integer connectionCollation;
    Integer serverCollation;
    Integer databaseCollation;
    String timeZone;
    Integer timeNamesLocale;
    int microseconds;
    Boolean explicitDefaultsForTimestamp;
    Integer defaultCollationForUtf8mb4;
    Boolean requirePrimaryKey;
    Boolean defaultTableEncryption;
    List<String> updatedDatabases = List.of();
    boolean updatesManyDatabases;

    static StatusVariables parse(byte[] block) {
        StatusVariables variables = new StatusVariables();
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = true;
        while (known && in.hasRemaining()) {
            known = variables.read(in.get() & 0xff, in);
        }
        return variables;
    }

    private boolean read(int code, ByteBuffer in) {
        switch (code) {
            case 0 -> flags2 = in.getInt();
            case 1 -> sqlMode = in.getLong();
            case 2 -> {
                text(in);
                in.get();
            }
            case 3 -> {
                autoIncrementIncrement = u16(in);
                autoIncrementOffset = u16(in);
            }
            case 4 -> {
                clientCollation = u16(in);
                connectionCollation = u16(in);
                serverCollation = u16(in);
            }
            case 5 -> timeZone = text(in);
            case 6 -> text(in);
            case 7 -> timeNamesLocale = u16(in);
            case 8 -> databaseCollation = u16(in);
            case 9, 17 -> in.getLong();
            case 10 -> in.getInt();
            case 11 -> {
                text(in);
                text(in);
            }
            case 12 -> databases(in);
            case 13 -> microseconds = u16(in) | (in.get() & 0xff) << 16;
            case 16 -> explicitDefaultsForTimestamp = in.get() != 0;
            case 18 -> defaultCollationForUtf8mb4 = u16(in);
            case 19 -> requirePrimaryKey = in.get() != 0;
            case 20 -> defaultTableEncryption = in.get() != 0;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void databases(ByteBuffer in) {
        int count = in.get() & 0xff;
        if (count == TOO_MANY_DATABASES) {
            updatesManyDatabases = true;
            return;
        }
        updatedDatabases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteArrayOutputStream name = new ByteArrayOutputStream();
            for (byte b = in.get(); b != 0; b = in.get()) {
                name.write(b);
            }
            updatedDatabases.add(name.toString(StandardCharsets.UTF_8));
        }
    }

    private static int u16(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get() & 0xff];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @return null when the event has no flags */
    Boolean foreignKeyChecks() {
        return flags2 == null ? null : (flags2 & OPTION_NO_FOREIGN_KEY_CHECKS) == 0;
    }

    Boolean uniqueChecks() {
        return flags2 == null ? null : (flags2 & OPTION_RELAXED_UNIQUE_CHECKS) == 0;
    }

    Boolean autoIsNull() {
        return flags2 == null ? null : (flags2 & OPTION_AUTO_IS_NULL) != 0;
    }
}
