using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Zones;
using Detente.Quantities;

namespace Detente.Tests.Geography.Geodesics;

public sealed class DistanceTests
{
    /// <summary>Distances on WGS-84 in kilometres by Vincenty's formula (Survey Review 23, 1975), which agrees with the test set below to a millimetre for places less than 170° apart.</summary>
    public static TheoryData<string, decimal, decimal, decimal, decimal, decimal> Cities => new()
    {
        { "Washington to Moscow", 38.8951m, -77.0364m, 55.7522m, 37.6156m, 7843.171m },
        { "Berlin to Moscow", 52.5244m, 13.4105m, 55.7522m, 37.6156m, 1613.340m },
        { "Tokyo to Anchorage", 35.6895m, 139.6917m, 61.2181m, -149.9003m, 5574.633m },
        { "Anchorage to Anadyr", 61.2181m, -149.9003m, 64.7337m, 177.4968m, 1678.812m },
        { "Paris to Berlin", 48.8534m, 2.3488m, 52.5244m, 13.4105m, 880.635m },
        { "Moscow to Saryozek", 55.7522m, 37.6156m, 44.3667m, 77.9667m, 3098.950m },
        { "Quito to Singapore", -0.2299m, -78.5249m, 1.2897m, 103.8501m, 19741.568m },
    };

    [Theory]
    [MemberData(nameof(Cities))]
    public void The_true_distance_of_two_cities_lies_in_the_interval(string pair, decimal lat1, decimal lon1, decimal lat2, decimal lon2, decimal km)
    {
        var distance = Distance.Between(new GeoPoint(lat1, lon1), new GeoPoint(lat2, lon2));
        Assert.True(Amount.Exactly(km).Within(distance) == Truth.True, $"{pair}: {km} is not in {distance}");
        Assert.True(distance.High - distance.Low <= 0.001m, $"{pair}: {distance} is more than a metre wide");
    }

    [Fact]
    public void Every_geodesic_of_the_test_set_lies_in_its_interval()
    {
        Assert.Equal(10_000, GeodTest.All.Count);
        Assert.All(GeodTest.All, test =>
        {
            var distance = Distance.Between(Place(test.A), Place(test.B));
            Assert.Equal(Truth.True, Amount.Exactly((decimal)test.Metres / 1000).Within(distance));
        });

        static GeoPoint Place(Position at) => new((decimal)at.Latitude, (decimal)at.Longitude);
    }

    [Fact]
    public void Errors_of_both_places_widen_the_interval()
    {
        var (a, b) = (new GeoPoint(50, 10), new GeoPoint(50, 11));
        var exact = Distance.Between(a, b);
        var wide = Distance.Between(a with { ErrorKm = 5 }, b with { ErrorKm = 2 });
        Assert.Equal((exact.Low - 7, exact.High + 7), (wide.Low, wide.High));
        Assert.Equal(0, Distance.Between(a with { ErrorKm = 50 }, b with { ErrorKm = 50 }).Low);
        Assert.Equal(Amount.Zero, Distance.Between(a, a));
    }

    [Fact]
    public void The_date_line_and_the_poles_are_no_edges()
    {
        Assert.Equal(Truth.True, Distance.Between(new GeoPoint(0, 179.5m), new GeoPoint(0, -179.5m)).Within(new Amount(110, 113)));
        Assert.Equal(Truth.True, Distance.Between(new GeoPoint(90, 0), new GeoPoint(90, 135)).Within(new Amount(0, 0.001m)));
        Assert.Equal(Truth.True, Amount.Exactly(20003.931m).Within(Distance.Between(new GeoPoint(90, 0), new GeoPoint(-90, 0))));
    }

    [Fact]
    public void A_circle_answers_inside_outside_or_cannot_be_told()
    {
        var circle = new Zone.Disc(new Circle(new GeoPoint(50, 10), 300));
        Assert.Equal(Truth.True, circle.Contains(new GeoPoint(51, 10)));
        Assert.Equal(Truth.False, circle.Contains(new GeoPoint(53, 10)));
        Assert.Equal(Truth.Unknown, circle.Contains(new GeoPoint(52.7m, 10, ErrorKm: 1)));
        Assert.Equal(Truth.Unknown, circle.Contains(new GeoPoint(51, 10, ErrorKm: 200)));
        Assert.Equal(Truth.Unknown, new Zone.Disc(new Circle(new GeoPoint(50, 10, ErrorKm: 200), 300)).Contains(new GeoPoint(51, 10)));
    }
}
