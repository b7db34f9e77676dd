package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+cmd()", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1"})
    void a_name_is_no_formula_of_a_spreadsheet(String name) {
        assertThat(Csv.cell(name)).isEqualTo("'" + name);
    }

    @Test
    void numbers_and_plain_names_stay_as_they_are() {
        assertThat(Csv.cell("-12.5")).isEqualTo("-12.5");
        assertThat(Csv.cell("a=b")).isEqualTo("a=b");
        assertThat(Csv.cell("")).isEmpty();
    }
}
