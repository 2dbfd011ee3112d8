package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.ddl.table.DefaultValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value that a constant becomes in a column of the source, which is not always what is written: '1' is 2001 in a YEAR,
 * and 'b,a' is 'a,b' in a SET. What is not exactly understood has no value here.
 */
public final class Constants {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(\\.0*)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{0,6}))?)?");

    private Constants() {}

    /** @return as text, without quotes; null for what is not understood, and for texts and dates, which have classes of their own */
    public static String of(ColumnDefinition column, DefaultValue value) {
        boolean bits = value.kind() == Kind.BITS;
        String text = value.text();
        return switch (column.type()) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> bits ? unsigned(text) : whole(text.strip());
            case "bit" -> value.kind() == Kind.NUMBER ? whole(text) : bits(value);
            case "decimal" -> bits ? null : decimal(text.strip(), column.size(1, 0));
            case "float", "double" -> bits ? null : decimal(text.strip(), column.size(1, Integer.MAX_VALUE));
            case "year" -> bits ? null : year(text.strip(), value.kind() == Kind.NUMBER);
            case "char" -> characters(value) == null ? null : characters(value).replaceAll(" +$", "");
            case "varchar", "tinytext", "text", "mediumtext", "longtext" -> characters(value);
            case "enum" -> member(column.members(), value);
            case "set" -> members(column.members(), value);
            case "time" -> bits ? null : time(text.strip(), column.size(0, 0));
            default -> null;
        };
    }

    /** The characters of a text are the bits of a BIT. */
    private static String bits(DefaultValue value) {
        if (value.kind() == Kind.BITS) {
            return unsigned(value.text());
        }
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value.text())
                ? number(value.text().getBytes(StandardCharsets.US_ASCII))
                : null;
    }

    private static String whole(String text) {
        return WHOLE.matcher(text).matches() ? new BigDecimal(text).setScale(0).toPlainString() : null;
    }

    private static String decimal(String text, int decimals) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return number.stripTrailingZeros().scale() > decimals ? null : number.toPlainString();
    }

    /** MySQL manual, "2-Digit Years in Dates" and "The YEAR Type": 0 as a number is 0000, as a text 2000. */
    private static String year(String text, boolean number) {
        if (!text.matches("\\d{1,4}")) {
            return null;
        }
        int year = Integer.parseInt(text);
        if (text.length() == 4) {
            return year == 0 || (year > 1900 && year < 2156) ? String.valueOf(year) : null;
        }
        if (text.length() == 3) {
            return null;
        }
        if (year == 0 && number) {
            return "0";
        }
        return String.valueOf(year < 70 ? 2000 + year : 1900 + year);
    }

    /** Numbers as the server prints them; of bytes only those that are a character of ASCII in every character set. */
    private static String characters(DefaultValue value) {
        return switch (value.kind()) {
            case TEXT -> value.text();
            case NUMBER ->
                value.text().matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(value.text()).toPlainString() : null;
            case BITS -> {
                byte[] bytes = bytes(value.text());
                for (byte b : bytes) {
                    if (b < 0x20 || b > 0x7e) {
                        yield null;
                    }
                }
                yield new String(bytes, StandardCharsets.US_ASCII);
            }
            default -> null;
        };
    }

    private static String member(List<String> members, DefaultValue value) {
        if (value.kind() == Kind.NUMBER) {
            return value.text().matches("[1-9]\\d{0,4}") && Integer.parseInt(value.text()) <= members.size()
                    ? members.get(Integer.parseInt(value.text()) - 1)
                    : null;
        }
        int place = value.kind() == Kind.TEXT ? place(members, value.text()) : -1;
        return place < 0 ? null : members.get(place);
    }

    private static String members(List<String> members, DefaultValue value) {
        if (value.kind() != Kind.TEXT) {
            return null;
        }
        Set<Integer> places = new TreeSet<>();
        for (String name : value.text().isEmpty() ? new String[0] : value.text().split(",", -1)) {
            places.add(place(members, name));
        }
        return places.contains(-1)
                ? null
                : String.join(",", places.stream().map(members::get).toList());
    }

    /** @return -1 if no member has this name, or more than one but for letter case */
    private static int place(List<String> members, String name) {
        String plain = name.replaceAll(" +$", "");
        if (members.contains(plain)) {
            return members.indexOf(plain);
        }
        List<String> alike = members.stream().filter(plain::equalsIgnoreCase).toList();
        return alike.size() == 1 ? members.indexOf(alike.get(0)) : -1;
    }

    /** Of a day, as AnalyticDB has them; digits behind the milliseconds must not be there, since they would be lost. */
    private static String time(String text, int digits) {
        Matcher clock = CLOCK.matcher(text.matches("0+") ? "0:0" : text);
        if (!clock.matches()) {
            return null;
        }
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            parts[i] = clock.group(i + 1) == null ? 0 : Integer.parseInt(clock.group(i + 1));
        }
        String fraction = clock.group(4) == null ? "" : clock.group(4).replaceAll("0+$", "");
        if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59 || fraction.length() > Math.min(3, digits)) {
            return null;
        }
        return String.format(Locale.ROOT, "%02d:%02d:%02d", parts[0], parts[1], parts[2])
                + (fraction.isEmpty() ? "" : "." + (fraction + "00").substring(0, 3));
    }

    /** @param text in a form of {@link #bytes} */
    static String unsigned(String text) {
        return number(bytes(text));
    }

    /** @param text {@code b'1'}, {@code 0b1}, {@code x'41'} or {@code 0x41} */
    private static byte[] bytes(String text) {
        boolean prefix = text.startsWith("0");
        boolean binary = Character.toLowerCase(text.charAt(prefix ? 1 : 0)) == 'b';
        String digits = prefix ? text.substring(2) : text.substring(2, text.length() - 1);
        if (!binary) {
            return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        }
        byte[] bytes = new byte[(digits.length() + 7) / 8];
        for (int i = 0; i < digits.length(); i++) {
            int bit = digits.length() - 1 - i;
            bytes[bytes.length - 1 - bit / 8] |= (byte) ((digits.charAt(i) - '0') << bit % 8);
        }
        return bytes;
    }

    private static String number(byte[] bytes) {
        return new BigInteger(1, bytes).toString();
    }
}
