using System.Globalization;
using Detente.Assessment;
using Detente.Statements;
using Detente.Tests.Generators;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>The same statements give the same findings and the same texts: in every culture, on every run, in every order of asking.</summary>
public class SameFindingsTests
{
    private static readonly LocalDate[] Moments =
        [new(1987, 1, 1), new(1988, 9, 15), new(1991, 6, 2), new(2001, 5, 31), new(2019, 3, 15), new(2030, 1, 1)];

    private static readonly string[] Folders = ["cases/inf-1987", "cases/minimal/answer", "cases/minimal/moratorium"];

    public static TheoryData<string> Cases => [.. Folders];

    [Theory]
    [InlineData("ru-RU", ",", "\u00a0", "-", "dd.MM.yyyy")]
    [InlineData("tr-TR", ",", ".", "-", "d.MM.yyyy")]
    [InlineData("ar-SA", "\u066b", "\u066c", "\u061c-", "dd\u200f/MM\u200f/yyyy")]
    public void In_every_culture(string name, string point, string group, string minus, string date)
    {
        var usual = CultureInfo.CurrentCulture;
        var expected = ReadAndTold();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(name, point, group, minus, date);
            Assert.Equal($"-1{point}5", string.Create(CultureInfo.CurrentCulture, $"{-1.5}").Replace(minus, "-", StringComparison.Ordinal));
            Assert.Equal(expected, ReadAndTold());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = usual;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_any_order_of_asking(string folder)
    {
        var pairs = Pairs(folder);
        var alone = pairs.ToDictionary(p => p, p => Dump.Of(CaseFolder.Load(folder).Judge().Assess(p.At, p.Known)));
        var assessor = CaseFolder.Load(folder).Judge();
        Prop.ForAll(Gen.Shuffle(pairs).ToArbitrary(), order =>
        {
            foreach (var (at, known) in order)
            {
                Assert.Equal(alone[(at, known)], Dump.Of(assessor.Assess(at, known)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_by_one_or_all_at_once(string folder)
    {
        var @case = CaseFolder.Load(folder);
        var end = Pairs(folder).Max(p => p.At);
        var step = Math.Max(1, @case.Record.Statements.Count / 25);
        var growing = @case.Holding([]).Judge();
        for (var count = 1; count <= @case.Record.Statements.Count; count++)
        {
            var received = @case.Record.Statements[count - 1].Received.LastTick;
            growing.Append(@case.Record.Statements[count - 1]);
            if (count % step == 0 || count == @case.Record.Statements.Count)
            {
                var whole = @case.Holding(@case.Record.Statements.Take(count)).Judge();
                Assert.Equal(Dump.WithReasons(whole, received, received), Dump.WithReasons(growing, received, received));
                Assert.Equal(Dump.Of(whole.Assess(end, end)), Dump.Of(growing.Assess(end, end)));
            }
        }
    }

    [Fact]
    public void One_by_one_or_all_at_once_on_random_records() => Prop.ForAll(MoratoriumRecords.Contested, moves =>
    {
        var @case = CaseFolder.Load("cases/minimal/moratorium");
        var statements = MoratoriumRecords.Said(moves);
        var end = statements[^1].Received.LastTick + 10 * Days.TicksPerDay;
        var growing = @case.Holding([]).Judge();
        for (var count = 1; count <= statements.Count; count++)
        {
            var received = statements[count - 1].Received.LastTick;
            growing.Append(statements[count - 1]);
            var whole = @case.Holding(statements.Take(count)).Judge();
            Assert.Equal(Dump.Of(whole.Assess(received, received)), Dump.Of(growing.Assess(received, received)));
            Assert.Equal(Dump.Of(whole.Assess(end, end)), Dump.Of(growing.Assess(end, end)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>Statements of one receipt stand by author and number; there is one record order, and no other is taken.</summary>
    [Fact]
    public void In_the_one_record_order()
    {
        var @case = CaseFolder.Inf;
        var statements = @case.Record.Statements;
        var equal = Enumerable.Range(1, statements.Count - 1).Where(i => statements[i - 1].Received.LastTick == statements[i].Received.LastTick).ToList();
        Assert.True(equal.Count > 50, $"{equal.Count} neighbours of one receipt");
        Assert.All(equal, i => Assert.Throws<ArgumentException>(() => @case.Holding(Swapped(statements, i)).Judge()));
    }

    private static IEnumerable<Statement> Swapped(IReadOnlyList<Statement> statements, int i) =>
        [.. statements.Take(i - 1), statements[i], statements[i - 1], .. statements.Skip(i + 1)];

    /// <summary>Read, judged and explained from the start, so that parsing is under the culture as well.</summary>
    private static string ReadAndTold()
    {
        var text = new System.Text.StringBuilder();
        foreach (var row in Folders)
        {
            var assessor = CaseFolder.Again(row).Judge();
            foreach (var (at, known) in Pairs(row).Where(p => p.At == p.Known).TakeLast(4))
            {
                text.Append(Dump.WithReasons(assessor, at, known));
            }

            text.Append(Dump.Of(assessor.Timeline(Pairs(row)[0].Known + 400 * Days.TicksPerDay)));
        }

        return text.ToString();
    }

    private static (long At, long Known)[] Pairs(string folder)
    {
        var ticks = folder.Contains("inf", StringComparison.Ordinal)
            ? [.. Moments.Select(Days.EndOf)]
            : CaseFolder.Load(folder).Record.Statements.Where((_, i) => i % 3 == 0).SelectMany(s => new[] { s.Received.LastTick - 1, s.Received.LastTick }).ToArray();
        return [.. ticks.SelectMany(at => ticks.Select(known => (at, known)))];
    }

    /// <summary>
    /// What of a culture can reach a text, written out: the product runs without the system's cultures (InvariantGlobalization),
    /// and so do its tests; whoever uses it as a library may not.
    /// </summary>
    private static CultureInfo Culture(string name, string point, string group, string minus, string date)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        Assert.NotEmpty(name);
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (point, group, minus);
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = (date, ".", ".");
        culture.TextInfo.ListSeparator = ";";
        return culture;
    }
}
