package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.manifest.Table.Case;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTest {

    static List<Case> headerCells() {
        return Table.of("header-cells.csv");
    }

    @ParameterizedTest
    @MethodSource("headerCells")
    void headerCellNamesItsColumn(Case cell) {
        assertThat(Column.named(cell.text("cell")).map(Column::title).orElse(""))
                .isEqualTo(cell.text("column"));
    }

    @ParameterizedTest
    @EnumSource
    void titleNamesItsColumn(Column column) {
        assertThat(Column.named(column.title())).contains(column);
    }
}
