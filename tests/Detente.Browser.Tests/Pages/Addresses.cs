namespace Detente.Browser.Tests.Pages;

/// <summary>The pages that are looked at: each kind of page, on records that differ in what they have to show.</summary>
internal static class Addresses
{
    /// <summary>Paths, with their queries. Instants are given: a live record would be judged at now.</summary>
    public static readonly TheoryData<string> All =
    [
        "/",
        "/c/inf-1987",
        "/c/inf-1987?at=1988-09-15",
        "/c/inf-1987?at=1988-09-15&known=1991-01-01&show=undetermined",
        "/c/moratorium",
        "/c/testing-pause?at=2031-10-15",
        "/c/answer?at=2031-10-15",
        "/c/broken",
        "/c/inf-1987/treaty?at=1991-06-01",
        "/c/moratorium/treaty",
        "/c/testing-pause/treaty?at=2031-10-15",
        "/c/inf-1987/clauses/VI.1.test",
        "/c/inf-1987/clauses/VI.1.test?party=SU",
        "/c/moratorium/clauses/M.3",
        "/c/testing-pause/clauses/II.1?at=2031-10-15",
        "/c/inf-1987/statements?q=9M729&author=SU",
        "/c/inf-1987/statements?q=nothing+of+the+kind",
        "/c/testing-pause/statements?at=2031-10-15",
        "/c/inf-1987/statements/SU-0092",
        "/c/inf-1987/statements/SU-0092?at=1988-09-15",
        "/c/inf-1987/timeline",
        "/c/inf-1987/timeline?clause=VI.1.test&at=2014-12-31",
        "/c/testing-pause/timeline?at=2031-10-15",
        "/c/inf-1987/changes",
        "/c/testing-pause/changes?at=2031-10-15&from=2031-04-01",
        "/c/inf-1987/what-if?instead=SU-0092",
        "/c/testing-pause/what-if?at=2031-10-15&clause=II.1",
    ];

    /// <summary>Pages that refuse, and the status they do it with.</summary>
    public static readonly TheoryData<string, int> Refusals = new()
    {
        { "/nowhere", 404 },
        { "/c/nowhere", 404 },
        { "/c/inf-1987/clauses/nowhere", 404 },
        { "/c/inf-1987/statements/nowhere", 404 },
        { "/c/inf-1987?at=yesterday", 400 },
        { "/c/inf-1987/what-if?clause=nowhere", 404 },
    };
}
