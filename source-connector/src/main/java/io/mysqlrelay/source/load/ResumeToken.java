package io.mysqlrelay.source.load;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The values of a row's key as text: each part in base64, with a comma between them. */
final class ResumeToken {
    private ResumeToken() {}

    static String encode(List<byte[]> key) {
        return String.join(
                ",",
                key.stream()
                        .map(part -> Base64.getUrlEncoder().withoutPadding().encodeToString(part))
                        .toList());
    }

    /**
     * @param parts of the table's key
     * @throws RelayException if the token was made for another key
     */
    static List<byte[]> decode(String token, int parts) {
        List<byte[]> key = new ArrayList<>();
        try {
            for (String part : token.split(",", -1)) {
                key.add(Base64.getUrlDecoder().decode(part));
            }
        } catch (IllegalArgumentException e) {
            throw new RelayException(ErrorCode.RESUME_TOKEN_INVALID, "the place is not one of ours", e);
        }
        if (key.size() != parts) {
            throw new RelayException(
                    ErrorCode.RESUME_TOKEN_INVALID, "the place has " + key.size() + " parts, the key " + parts);
        }
        return key;
    }
}
