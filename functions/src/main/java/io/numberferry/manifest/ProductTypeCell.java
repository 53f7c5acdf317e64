package io.numberferry.manifest;

import io.numberferry.domain.ProductType;
import io.numberferry.domain.Reason;

/// Reads a product type of Chime SDK Voice, whatever its case.
final class ProductTypeCell implements CellParser<ProductType> {
    /// Known to the retired namespace `chime` only.
    private static final String RETIRED = "BusinessCalling";

    @Override
    public Cell<ProductType> parse(String text) {
        if (text.equalsIgnoreCase(RETIRED)) {
            return Cell.refused(Reason.RETIRED_PRODUCT_TYPE, "the product type BusinessCalling is retired");
        }
        return ProductType.named(text)
                .map(Cell::of)
                .orElseGet(() ->
                        Cell.refused(Reason.INVALID_PRODUCT_TYPE, CellText.quoted(text) + " is not a product type"));
    }
}
