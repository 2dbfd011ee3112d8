package io.mysqlrelay.core.precheck;

import io.mysqlrelay.core.RelayVersion;
import java.util.List;

/** A report as data. Version 1; fields may be added, none is taken away or changes its meaning. */
public final class ReportJson {
    private static final int VERSION = 1;

    private ReportJson() {}

    public static String of(Report report) {
        StringBuilder json = new StringBuilder("{\"version\":" + VERSION);
        text(json, "relay", RelayVersion.current());
        json.append(",\"errors\":").append(report.errors().size());
        json.append(",\"alerts\":").append(report.openAlerts().size());
        json.append(",\"checks\":[");
        String comma = "";
        for (CheckResult result : report.results()) {
            json.append(comma).append("\n{");
            result(json, result);
            json.append('}');
            comma = ",";
        }
        return json.append("]}\n").toString();
    }

    private static void result(StringBuilder json, CheckResult result) {
        Finding finding = result.finding();
        json.append("\"id\":").append(quoted(result.kind().id()));
        text(json, "label", result.kind().label());
        text(json, "side", result.side().text());
        text(json, "state", finding.state().text());
        text(
                json,
                "severity",
                finding.state() == State.FAILED ? finding.severity().text() : null);
        text(json, "code", finding.code() == null ? null : finding.code().id());
        text(json, "found", finding.found());
        json.append(",\"objects\":").append(list(finding.objects()));
        text(json, "instruction", finding.instruction());
        text(json, "setting", result.setting());
        json.append(",\"ignored\":").append(result.ignored());
        json.append(",\"temporary\":").append(finding.temporary());
        json.append(",\"millis\":").append(result.millis());
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":").append(value == null ? "null" : quoted(value));
    }

    /** @return a JSON array of strings */
    public static String list(List<String> values) {
        StringBuilder json = new StringBuilder("[");
        for (String value : values) {
            json.append(json.length() > 1 ? "," : "").append(quoted(value));
        }
        return json.append(']').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
