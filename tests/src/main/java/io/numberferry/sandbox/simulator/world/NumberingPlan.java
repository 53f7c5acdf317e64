package io.numberferry.sandbox.simulator.world;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/// What a number's digits say about it.
///
/// @param country two letters; of the countries that share a calling code, the main one when the number
///     cannot tell
public record NumberingPlan(String country, boolean tollFree) {
    /// The toll-free codes of the countries with calling code 1, fictional numbers included.
    private static final Pattern NORTH_AMERICAN_TOLL_FREE = Pattern.compile("\\+18(00|33|44|55|66|77|88)[0-9]{7}");

    public static NumberingPlan of(String e164) {
        try {
            PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
            Phonenumber.PhoneNumber number = plan.parse(e164, null);
            String exact = plan.getRegionCodeForNumber(number);
            return new NumberingPlan(
                    exact == null ? plan.getRegionCodeForCountryCode(number.getCountryCode()) : exact,
                    NORTH_AMERICAN_TOLL_FREE.matcher(e164).matches()
                            || plan.getNumberType(number) == PhoneNumberType.TOLL_FREE);
        } catch (NumberParseException unknownCallingCode) {
            return new NumberingPlan("ZZ", false);
        }
    }
}
