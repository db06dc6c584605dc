using System.Text;
using Detente.Agreement.Canonical;
using Detente.Agreement.Model;

namespace Detente.Tests.Agreement.Canonical;

public sealed class InstrumentHashTests
{
    private static readonly Instrument Empty = new() { Id = "x", Title = "X", Parties = [], Terms = [], Clauses = [] };

    /// <summary>FIPS 180-4 example: SHA-256 of "abc".</summary>
    [Fact]
    public void The_text_hash_is_sha256_of_the_bytes() => Assert.Equal(
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        InstrumentHash.OfText("abc"u8));

    [Fact]
    public void The_canonical_hash_is_that_of_the_canonical_bytes()
    {
        Assert.Equal("""{"clauses":[],"format":"detente-agreement-1","id":"x","parties":[],"terms":[],"title":"X"}""", Encoding.UTF8.GetString(CanonicalJson.Write(Empty)));
        Assert.Equal(InstrumentHash.OfText(CanonicalJson.Write(Empty)), InstrumentHash.OfCanonical(Empty));
    }

    /// <summary>Agreements have been signed under it: it changes only with the name of the format.</summary>
    [Fact]
    public void The_canonical_hash_stays_what_it_was() => Assert.Equal(
        "sha256:8aab1ba6c1eacf57f4e9bc861b41e9ceb2aa84509a4120256b5a56913e9f86cd",
        InstrumentHash.OfCanonical(Empty));

    [Fact]
    public void Two_texts_of_one_agreement_differ_in_one_hash()
    {
        var (english, russian) = (InstrumentHash.Of("Each Party"u8, Empty), InstrumentHash.Of("Каждая Сторона"u8, Empty));
        Assert.NotEqual(english.Text, russian.Text);
        Assert.Equal(english.Canonical, russian.Canonical);
    }
}
