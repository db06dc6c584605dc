using Detente.Agreement.Canonical;
using Detente.Agreement.Check;
using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Tests.Agreement.Check;

/// <summary>Regions that came past the text parser, and names of the border data.</summary>
public class RegionTests
{
    private static readonly SourceText Sample = new("sample.md", """
        ---
        agreement: sample
        title: A sample
        parties: { A: Alba, B: Borea }
        signed: 2030-01-15
        entry-into-force: 2030-02-01
        ---

        ```terms
        missile      item with launch, range
        zone North   circle of 300 km around 54.7 N 20.5 E
        ```

        ```clause I.1
        no Party may have missiles
        ```
        """);

    public static TheoryData<string, RegionPart> Faulty => new()
    {
        { "a latitude lies from 0 to 90", new RegionPart.Disc(new Circle(new GeoPoint(-91, 0), 1)) },
        { "a longitude lies from 0 to 180", new RegionPart.Disc(new Circle(new GeoPoint(0, 1e20m), 1)) },
        { "a radius in km lies from 0 to 20100", new RegionPart.Disc(new Circle(new GeoPoint(0, 0), -1)) },
        { "an error in km lies from 0 to 20100", new RegionPart.Disc(new Circle(new GeoPoint(0, 0, -1), 1)) },
        { "a longitude lies from 0 to 180", new RegionPart.Polygon([new(0, 0), new(1, 1e20m), new(0, 1)], 0) },
        { "a polygon has at least three corners", new RegionPart.Polygon([new(0, 0), new(1, 1)], 0) },
        { "the corners enclose no land", new RegionPart.Polygon([new(0, 0), new(1, 1), new(2, 2)], 0) },
        { "an error in km lies from 0 to 20100", new RegionPart.Polygon([new(0, 0), new(1, 1), new(0, 1)], 20_101) },
        { "a distance in km lies from 0 to 20100", new RegionPart.NearBorder(-1, "A") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_region_in_canonical_JSON_is_checked_as_one_in_words(string message, RegionPart part)
    {
        var (read, refused) = CanonicalJson.Read(CanonicalJson.Write(With(part)));
        Assert.Empty(refused);
        Assert.Contains(AgreementChecker.Check(read!), said => said.Code == "A5018" && said.Message == message);
    }

    [Fact]
    public void An_agreement_in_canonical_JSON_that_is_sound_is_checked_without_a_word()
        => Assert.Empty(AgreementChecker.Check(CanonicalJson.Read(CanonicalJson.Write(AgreementChecker.Read(Sample).Instrument!)).Instrument!));

    [Fact]
    public void Every_disputed_area_of_the_map_can_be_written()
    {
        Assert.NotEmpty(BorderMap.Large.DisputedAreas);
        foreach (var area in BorderMap.Large.DisputedAreas)
        {
            foreach (var region in new Region[]
            {
                new Region.AnyOf([new RegionPart.DisputedArea(area.Name), new RegionPart.Land(["POL"])]),
                new Region.Except(new RegionPart.Land(["POL"]), new RegionPart.DisputedArea(area.Name)),
            })
            {
                var instrument = With(region);
                var printed = new SourceText("printed.md", AgreementPrinter.Print(instrument));
                var read = AgreementChecker.Read(printed);
                Assert.Equal("", string.Concat(read.Diagnostics.Select(said => DiagnosticPrinter.Print(said, printed))));
                Assert.Equal(instrument, read.Instrument);
                Assert.Equal(instrument, AgreementChecker.Read(new SourceText("formatted.md", AgreementFormatter.Format(printed))).Instrument);
            }
        }
    }

    private static Instrument With(RegionPart part) => With(new Region.AnyOf([part]));

    private static Instrument With(Region region)
    {
        var sample = AgreementChecker.Read(Sample).Instrument!;
        return sample with { Terms = [.. sample.Terms.Select(term => term is ZoneTerm zone ? zone with { Region = region } : term)] };
    }
}
