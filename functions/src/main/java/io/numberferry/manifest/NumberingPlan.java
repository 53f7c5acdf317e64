package io.numberferry.manifest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.numberferry.domain.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/// What is known about the world's numbering plans. It ages, and it is no authority: it warns, and it tells
/// countries apart, but whether a number exists is for the services to say.
final class NumberingPlan {
    private static final int LONGEST_CALLING_CODE = 3;

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final Set<Integer> callingCodes = plans.getSupportedCallingCodes();

    /// Reads a number as it is dialled within a country. Empty when it cannot be one of that country.
    ///
    /// @param country two capital letters
    Optional<PhoneNumber> national(String text, String country) {
        try {
            Phonenumber.PhoneNumber number = plans.parse(text, country);
            return plans.isValidNumberForRegion(number, country)
                    ? Optional.of(new PhoneNumber(plans.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// Tells whether a number looks like one that its country gives out.
    boolean isPlausible(PhoneNumber number) {
        return parts(number).filter(plans::isValidNumber).isPresent();
    }

    /// The two-letter country of a number; empty when it is not known, or belongs to no country.
    Optional<String> country(PhoneNumber number) {
        return parts(number)
                .flatMap(parts -> Optional.ofNullable(plans.getRegionCodeForNumber(parts)))
                .filter(region -> region.length() == 2);
    }

    boolean isTollFree(PhoneNumber number) {
        return parts(number)
                .filter(parts -> plans.getNumberType(parts) == PhoneNumberType.TOLL_FREE)
                .isPresent();
    }

    /// Cuts a number after its calling code. This is several times faster than to have the library parse
    /// it.
    private Optional<Phonenumber.PhoneNumber> parts(PhoneNumber number) {
        String digits = number.e164().substring(1);
        for (int length = 1; length <= LONGEST_CALLING_CODE && length < digits.length(); length++) {
            int code = Integer.parseInt(digits, 0, length, 10);
            if (callingCodes.contains(code)) {
                return Optional.of(parts(code, digits.substring(length)));
            }
        }
        return Optional.empty();
    }

    private static Phonenumber.PhoneNumber parts(int code, String national) {
        Phonenumber.PhoneNumber parts =
                new Phonenumber.PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
        int zeros = 0;
        while (zeros < national.length() && national.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros == 0 ? parts : parts.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }
}
