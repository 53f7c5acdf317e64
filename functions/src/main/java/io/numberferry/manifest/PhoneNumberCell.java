package io.numberferry.manifest;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a phone number in the spellings that docs/MANIFEST.md lists, and refuses the others, each with its
/// own reason. Reasons and notes never repeat the number: they reach logs.
///
/// @param country the two-letter country whose numbers may come without `+`; empty when none may
record PhoneNumberCell(NumberingPlan plan, Optional<String> country) implements CellParser<PhoneNumber> {
    static final String NORMALISED = "phone_number was normalised from another spelling";
    static final String IMPLAUSIBLE = "phone_number does not look valid for its country";

    private static final int MAX_DIGITS = 15;
    private static final Pattern STRANGE = Pattern.compile("[^+0-9 ().-]");
    private static final String E164_ADVICE = Reason.INVALID_PHONE_NUMBER.advice();

    PhoneNumberCell {
        country = country.map(code -> code.toUpperCase(Locale.ROOT));
    }

    @Override
    public Cell<PhoneNumber> parse(String text) {
        return PhoneNumber.isE164(text) ? read(new PhoneNumber(text), List.of()) : spelt(Spelling.plain(text));
    }

    private Cell<PhoneNumber> spelt(String plain) {
        Optional<BadSpelling> bad = BadSpelling.of(plain);
        if (bad.isPresent()) {
            return refused(bad.get().reason(), bad.get().advice());
        }
        Optional<String> strange = STRANGE.matcher(plain)
                .results()
                .map(found -> CellText.name(found.group().codePointAt(0)))
                .findFirst();
        return strange.isPresent()
                ? refused("it has the character %s in it".formatted(strange.get()), E164_ADVICE)
                : digits(plain, Spelling.digits(plain));
    }

    private Cell<PhoneNumber> digits(String plain, String digits) {
        if (digits.lastIndexOf('+') > 0) {
            return refused("its + is not at the beginning", E164_ADVICE);
        }
        if (digits.startsWith("00")) {
            return international("+" + digits.substring(2), "the leading 00 of phone_number was read as +");
        }
        return digits.startsWith("+") ? international(digits, NORMALISED) : national(plain);
    }

    private Cell<PhoneNumber> international(String number, String note) {
        int digits = number.length() - 1;
        if (digits > MAX_DIGITS) {
            return refused("it has %d digits, and at most %d are possible".formatted(digits, MAX_DIGITS), E164_ADVICE);
        }
        if (number.startsWith("+0")) {
            return refused("it begins with 0 where the country code should be", E164_ADVICE);
        }
        return PhoneNumber.isE164(number)
                ? read(new PhoneNumber(number), List.of(note))
                : refused("it is too short", E164_ADVICE);
    }

    private Cell<PhoneNumber> national(String plain) {
        if (country.isEmpty()) {
            return refused(
                    "it has no + and country code",
                    "Write + and the country code in front, or set the country for the whole job.");
        }
        return plan.national(plain, country.get())
                .map(number -> read(
                        number, List.of("phone_number was read as a number of the job's country, " + country.get())))
                .orElseGet(() -> refused(
                        "it has no +, and it is not a number of the job's country, " + country.get(),
                        "Write + and the country code in front."));
    }

    private Cell<PhoneNumber> read(PhoneNumber number, List<String> notes) {
        return new Cell.Read<>(number, plan.isPlausible(number) ? notes : with(IMPLAUSIBLE, notes));
    }

    private static List<String> with(String note, List<String> notes) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return more;
    }

    private static Cell<PhoneNumber> refused(String reason, String advice) {
        return Cell.refused(Reason.INVALID_PHONE_NUMBER, reason, advice);
    }
}
