using Detente.Quantities;
using Detente.Statements;
using Detente.Statements.Text;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Statements;

public sealed class CaseReaderTests
{
    [Fact]
    public void Plain_words_are_the_text_they_look_like()
    {
        var read = Read("""
            - id: NO-0001
              received: 1988-07
              grade: recalled
              with: [on, y, off]
              declares: { type: { item: 1_000, is: 0x1F, launch: 12:00:00, class: 9M729, size: .inf, kind-of-it: "480 km" } }
            """);
        var statement = Assert.Single(read.Case!.Statements);
        Assert.Equal("NO", statement.Author);
        Assert.Equal(["on", "y", "off"], statement.JointWith);
        var type = Assert.IsType<TypeProperties>(statement.Content);
        Assert.Equal(("1_000", "0x1F", "NO"), (type.Item, type.Is, type.Of));
        Assert.Empty(type.Numbers);
        Assert.Equal(["12:00:00", "9M729", ".inf", "480 km"], type.Words.Values);
    }

    [Fact]
    public void Without_receipt_it_is_known_from_the_day_its_source_was_published()
    {
        var read = Read("""
            - { id: SU-0001, made: 1988-06-30, source: harahan, grade: read, gives-notice: { kind: signature } }
            - { id: SU-0002, received: 1988-07-01, source: harahan, grade: read, gives-notice: { kind: signature } }
            """);
        Assert.Equal(["SU-0002", "SU-0001"], read.Case!.Statements.Select(s => s.Id));
        Assert.Equal(EventTime.On(new LocalDate(1993, 1, 1)), read.Case.Statements[1].Received);
        Assert.Equal(EventTime.On(new LocalDate(1988, 7, 1)), read.Case.Statements[0].Made);
    }

    [Fact]
    public void The_record_is_in_order_of_the_end_of_receipt_then_author_then_number()
    {
        var read = Read("""
            - { id: US-0001, received: 1988, grade: recalled, gives-notice: { kind: signature } }
            - { id: SU-0002, received: 1988-07-01, grade: recalled, gives-notice: { kind: signature } }
            - { id: SU-0001, received: 1988-07-01, grade: recalled, gives-notice: { kind: signature } }
            - { id: DE-0001, received: 1988-07-01T23:00Z, grade: recalled, gives-notice: { kind: signature } }
            - { id: us-0001, received: 1988-07-01, grade: recalled, gives-notice: { kind: signature } }
            """);
        Assert.Equal(["DE-0001", "SU-0001", "SU-0002", "us-0001", "US-0001"], read.Case!.Statements.Select(s => s.Id));
    }

    [Fact]
    public void A_retraction_does_what_the_retracted_statement_did()
    {
        var read = Read("""
            - { id: SU-0003, received: 1988-07-03, grade: recalled, supersedes: SU-0002, retracts: true }
            - { id: SU-0002, received: 1988-07-02, grade: recalled, supersedes: SU-0001, retracts: true }
            - { id: SU-0001, received: 1988-07-01, grade: recalled, asks: { for: meeting } }
            """);
        Assert.All(read.Case!.Statements, s => Assert.Equal(Verb.Asks, s.Verb));
        Assert.Equal(2, read.Case.Statements.Count(s => s.Content is Retraction));
    }

    [Fact]
    public void The_last_day_covered_is_covered()
    {
        var @case = CaseDocument.UsualCase + "\ncoverage:\n  - { what: elimination, party: SU, from: 1988-07, until: 1991, basis: inspected, grade: recalled, source: harahan }\n";
        var line = Assert.Single(CaseReader.Read(new("case.yaml", @case), []).Case!.Coverage);
        Assert.Equal(Days.StartOf(new LocalDate(1988, 7, 1)), line.From);
        Assert.Equal(Days.StartOf(new LocalDate(1992, 1, 1)), line.Until);
        Assert.Null(line.Item);
    }

    [Fact]
    public void An_act_has_the_agreements_own_numbers_and_times_beside_it()
    {
        var read = Read("""
            - id: SU-0001
              received: 1988-09-01
              grade: recalled
              reports:
                act: elim-1
                kind: elimination
                amount: [3, 4]
                start: 1988-08-25T08:00Z
                times: { entry-arrival: 1988-08-24T06:00Z }
                flown-range: over 500 km and at most 700 km
            """);
        var act = Assert.IsType<ActWord>(read.Case!.Statements[0].Content);
        Assert.Equal("SU", act.By);
        Assert.Equal(new Amount(3, 4), act.Amount);
        Assert.Equal(new Quantity(new Amount(500, 700, LowOpen: true), "km"), act.Numbers["flown-range"]);
        Assert.Equal("1988-08-24T06:00:00Z", act.Times["entry-arrival"].ToString());
        Assert.Null(act.End);
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\ufeff")]
    [InlineData("\n", "---\n")]
    [InlineData("\n", "# a comment\n\n")]
    [InlineData("\r\n", "\ufeff# a comment\r\n---\r\n")]
    public void Line_ends_and_heads_do_not_move_a_place(string lineEnd, string head)
    {
        var text = head + string.Join(lineEnd, "- id: SU-0001", "  received: 1988-07-01", "  grade: recalled", "  gives-notice: { kind: 'signature' }", "- id: US-0001 # 中 🚀", "  received: 1988-07-01", "  note: \"🚀\"", "  grade: guessed", "");
        var read = CaseReader.Read(new("case.yaml", CaseDocument.UsualCase), [new("s.yaml", text)]);
        var grade = Assert.Single(read.Diagnostics, d => d.Code == CaseCodes.Choice);
        Assert.Equal("guessed", text.Substring(grade.Span.Start, grade.Span.Length));
        var place = read.Places["US-0001"];
        Assert.Equal("US-0001", text.Substring(place.Span.Start, place.Span.Length));
    }

    [Fact]
    public void What_is_right_in_a_file_with_errors_is_read()
    {
        var read = CaseDocument.Of("""
            - id: SU-0001
              received: 1988-07-01
              grade: recalled
              denies: ["unclosed]
            - id: SU-0002
              received: soon
              grade: recalled
              gives-notice: { kind: signature }
            - id: SU-0003
              received: 1988-07-01
              grade: recalled
              fulfills: IX.3
              gives-notice: { kind: signature }
            """).Read();
        Assert.False(read.IsUsable);
        Assert.Equal(["S1001", "S2001", "S1101"], read.Diagnostics.Select(d => d.Code));
        Assert.Equal(["SU-0003"], read.Case!.Statements.Select(s => s.Id));
        Assert.Equal(["SU-0002", "SU-0003"], read.Places.Keys.Order());
    }

    [Fact]
    public void Statements_may_stand_in_several_files()
    {
        var @case = new Detente.Diagnostics.SourceText("case.yaml", CaseDocument.UsualCase + "\nstatements: [a.yaml, later/b.yaml]\n");
        Assert.Equal(["a.yaml", "later/b.yaml"], CaseReader.StatementFilesOf(@case));
        var read = CaseReader.Read(@case, [new("b", "- { id: SU-0002, received: 1988, grade: recalled, gives-notice: { kind: signature } }"), new("a", "- { id: SU-0001, received: 1988, grade: recalled, gives-notice: { kind: signature } }")]);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(["SU-0001", "SU-0002"], read.Case!.Statements.Select(s => s.Id));
        Assert.Equal("b", read.Places["SU-0002"].File);
    }

    [Fact]
    public void A_case_names_one_file_unless_it_says_otherwise() =>
        Assert.Equal(["statements.yaml"], CaseReader.StatementFilesOf(new("case.yaml", CaseDocument.UsualCase)));

    [Fact]
    public void Thousands_of_broken_entries_are_each_told_of()
    {
        var text = string.Concat(Enumerable.Range(1, 2000).Select(n => $"- {{ id: SU-{n:0000}, note: \"open }}\n"));
        Assert.Equal(2000, CaseReader.Read(new("case.yaml", CaseDocument.UsualCase), [new("s", text)]).Diagnostics.Count(d => d.Code == CaseCodes.Syntax));
    }

    private static ReadCase Read(string statements)
    {
        var read = CaseDocument.Of(statements).Read();
        Assert.Empty(read.Diagnostics);
        return read;
    }
}
