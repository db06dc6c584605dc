using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Tests.Agreement.Text;

/// <summary>What comes with a read agreement: places, words, headings, hash.</summary>
public class ParsedAgreementTests
{
    private const string Text = "---\nagreement: x\ntitle: X\nparties: { A: Alba, B: Borea }\n---\n# One\n## Two\n"
        + "```terms\nmissile — item\nfacility (plural works)\n  — site\n```\n```clause I.1 recalled\nfrom 3 years after signature\n  no Party may have\n  missiles\n```\n# Three\n```clause 2\nno missile may be located at works.\n```\n";

    private static readonly ParsedAgreement Read = AgreementParser.Parse(new SourceText("x.md", Text));

    [Fact]
    public void Each_node_knows_its_place()
    {
        var clause = Read.Instrument!.Clauses[0];
        Assert.Equal("3 years after signature", At(clause.From!));
        Assert.Equal("no Party", At(((Limit)clause.Sentence).Bearer));
        Assert.Equal("missiles", At(((Limit)clause.Sentence).Items[0]));
        Assert.Equal("I.1", Slice(Read.Positions.Of(clause, "id")));
        Assert.Equal("facility", Slice(Read.Positions.Of(Read.Instrument.Terms[1], "name")));
        Assert.Null(Read.Positions.Of(new object()));
    }

    [Fact]
    public void Clauses_know_their_headings_words_and_evidence()
    {
        Assert.Equal(["One", "Two"], Read.Instrument!.Clauses[0].Article);
        Assert.Equal(["Three"], Read.Instrument.Clauses[1].Article);
        Assert.Equal("from 3 years after signature\n  no Party may have\n  missiles", Read.Words["I.1"]);
        Assert.Equal(Detente.Statements.Grade.Recalled, Read.Instrument.Clauses[0].Evidence);
        Assert.Null(Read.Instrument.Clauses[1].Evidence);
    }

    [Fact]
    public void The_hash_is_of_the_bytes_of_the_text()
    {
        // printf '' | sha256sum (FIPS 180-4 of nothing)
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", AgreementParser.Parse(new SourceText("x.md", "")).TextHash);
        Assert.NotEqual(Read.TextHash, AgreementParser.Parse(new SourceText("x.md", Text.Replace("\n", "\r\n"))).TextHash);
    }

    [Fact]
    public void Line_ends_and_tabs_do_not_change_the_meaning()
    {
        var other = AgreementParser.Parse(new SourceText("x.md", "\uFEFF" + Text.Replace("\n", "\r\n").Replace("missile —", "missile\t")));
        Assert.Equal(Read.Instrument, other.Instrument);
    }

    [Theory]
    [InlineData("base", "bases")]
    [InlineData("facility", "facilities")]
    [InlineData("survey", "surveys")]
    [InlineData("box", "boxes")]
    [InlineData("launch", "launches")]
    [InlineData("y", "ys")]
    public void Plurals_are_regular(string one, string many) => Assert.Equal(many, EnglishNouns.Plural(one));

    [Theory]
    [InlineData("misile", "missile")]
    [InlineData("Missile", "missile")]
    [InlineData("lanucher", "launcher")]
    [InlineData("quota", null)]
    public void A_misspelt_name_finds_the_nearest(string word, string? meant) => Assert.Equal(meant, Spelling.Closest(word, ["missile", "launcher"]));

    [Theory]
    [InlineData("frm", "from")]
    [InlineData("itm", "item")]
    [InlineData("ends", "end")]
    [InlineData("And", "and")]
    [InlineData("ant", null)]
    [InlineData("I.3", null)]
    [InlineData("i", null)]
    public void A_word_of_three_letters_is_near_where_a_letter_was_left_out_or_added(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Closest(word, ["from", "item", "end", "and", "I.1", "is"]));

    [Fact]
    public void Their_repeats_an_item_for_each_before_it()
    {
        var text = Text.Replace("no missile may be located at works.", "no missile or rocket, nor their stages or launchers, may be located at works")
            .Replace("missile — item", "missile, rocket, stage, launcher — item");
        var location = (Location)AgreementParser.Parse(new SourceText("x.md", text)).Instrument!.Clauses[1].Sentence;
        ItemSelector missile = new("missile"), rocket = new("rocket");
        Assert.Equal(
            [missile, rocket, new("stage", null, missile), new("stage", null, rocket), new("launcher", null, missile), new("launcher", null, rocket)],
            location.Items);
    }

    private static string At(object node) => Slice(Read.Positions.Of(node));

    private static string Slice(TextSpan? span) => Read.Source.Slice(span!.Value);
}
