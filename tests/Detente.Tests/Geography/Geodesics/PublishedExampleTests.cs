using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Geodesics;

/// <summary>
/// Single examples GeographicLib's own tests hold (C. F. F. Karney, geodtest of GeographicLib 2, MIT licence): each once
/// broke an implementation. The names are theirs; tolerances are half of the last digit given.
/// </summary>
public sealed class PublishedExampleTests
{
    public static TheoryData<string, double, double, double, double, double, double> Distances => new()
    {
        { "GeodSolve0, New York to Paris", 40.6, -73.8, 49.01666667, 2.55, 5853226, 0.5 },
        { "GeodSolve4, a short line", 36.493349428792, 0, 36.49334942879201, 0.0000008, 0.072, 0.5e-3 },
        { "GeodSolve6", 88.202499451857, 0, -88.202499451857, 179.981022032992859592, 20003898.214, 0.5e-3 },
        { "GeodSolve6", 89.262080389218, 0, -89.262080389218, 179.992207982775375662, 20003925.854, 0.5e-3 },
        { "GeodSolve6", 89.333123580033, 0, -89.333123580032997687, 179.99295812360148422, 20003926.881, 0.5e-3 },
        { "GeodSolve9", 56.320923501171, 0, -56.320923501171, 179.664747671772880215, 19993558.287, 0.5e-3 },
        { "GeodSolve10", 52.784459512564, 0, -52.784459512563990912, 179.634407464943777557, 19991596.095, 0.5e-3 },
        { "GeodSolve11", 48.522876735459, 0, -48.52287673545898293, 179.599720456223079643, 19989144.774, 0.5e-3 },
        { "GeodSolve33", 0, 0, 0, 179, 19926189, 0.5 },
        { "GeodSolve33", 0, 0, 0, 179.5, 19980862, 0.5 },
        { "GeodSolve33", 0, 0, 0, 180, 20003931, 0.5 },
        { "GeodSolve33", 0, 0, 1, 180, 19893357, 0.5 },
        { "GeodSolve59", 5, 0.00000000000001, 10, 180, 18345191.174332713, 5e-9 },
        { "GeodSolve78", 27.2, 0, -27.1, 179.5, 19974354.765767, 0.5e-6 },
    };

    public static TheoryData<string, double, double, double, double, double, double> Azimuths => new()
    {
        { "GeodSolve0", 40.6, -73.8, 49.01666667, 2.55, 53.47022, 111.59367 },
        { "GeodSolve33", 0, 0, 0, 179, 90, 90 },
        { "GeodSolve33", 0, 0, 0, 179.5, 55.96650, 124.03350 },
        { "GeodSolve33", 0, 0, 0, 180, 0, 180 },
        { "GeodSolve33", 0, 0, 1, 180, 0, 180 },
        { "GeodSolve78", 27.2, 0, -27.1, 179.5, 45.82468716758, 134.22776532670 },
    };

    public static TheoryData<string, double, double, double, double, double, double, double> Ends => new()
    {
        { "GeodSolve1", 40.63972222, -73.77888889, 53.5, 5850e3, 49.01467, 2.56106, 111.62947 },
        { "GeodSolve71", 1, 2, 45, 0.5e7, 30.92625, 37.54640, 55.43104 },
        { "GeodSolve73, backwards from the pole", 90, 10, 180, -1e6, 81.04623, -170, 0 },
        { "GeodSolve61, a little west of north", 45, 0, -0.000000000000000003, 1e7, 45.30632, -180, -180 },
    };

    public static TheoryData<string, double[], double, double, double> Polygons => new()
    {
        { "Planimeter0, around the north pole", [89, 0, 89, 90, 89, 180, 89, 270], 631819.8745, 1e-4, 24952305678 },
        { "Planimeter0, around the south pole", [-89, 0, -89, 90, -89, 180, -89, 270], 631819.8745, 1e-4, -24952305678 },
        { "Planimeter0, across the equator", [0, -1, -1, 0, 0, 1, 1, 0], 627598.2731, 1e-4, 24619419146 },
        { "Planimeter0, an eighth of the Earth", [90, 0, 0, 0, 0, 90], 30022685, 1, 63758202715511 },
        { "Planimeter5", [89, 0.1, 89, 90.1, 89, -179.9], 539297, 1, 12476152838.5 },
        { "Planimeter6", [9, -0.00000000000001, 9, 180, 9, 0], 36026861, 1, 0 },
        { "Planimeter6", [9, 0.00000000000001, 9, 0, 9, 180], 36026861, 1, 0 },
        { "Planimeter6", [9, 0.00000000000001, 9, 180, 9, 0], 36026861, 1, 0 },
        { "Planimeter6", [9, -0.00000000000001, 9, 0, 9, 180], 36026861, 1, 0 },
        { "Planimeter12, there and back over the pole", [66.562222222, 0, 66.562222222, 180], 10465729, 1, 0 },
        { "Planimeter13, twice around the pole", [89, -360, 89, -240, 89, -120, 89, 0, 89, 120, 89, 240], 1160741, 1, 32415230256 },
    };

    [Theory]
    [MemberData(nameof(Distances))]
    public void A_distance_is_as_published(string name, double lat1, double lon1, double lat2, double lon2, double metres, double error)
        => Assert.True(Math.Abs(Geodesic.Distance(new(lat1, lon1), new(lat2, lon2)) - metres) <= error, $"{name}: {Geodesic.Distance(new(lat1, lon1), new(lat2, lon2)):R}");

    [Theory]
    [MemberData(nameof(Azimuths))]
    public void The_azimuths_are_as_published(string name, double lat1, double lon1, double lat2, double lon2, double azimuth1, double azimuth2)
    {
        var path = Geodesic.Inverse(new(lat1, lon1), new(lat2, lon2));
        Assert.True(Apart(path.Azimuth1, azimuth1) <= 0.5e-5 && Apart(path.Azimuth2, azimuth2) <= 0.5e-5, $"{name}: {path}");
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void An_end_is_as_published(string name, double lat1, double lon1, double azimuth, double metres, double lat2, double lon2, double azimuth2)
    {
        var end = Geodesic.Direct(new(lat1, lon1), azimuth, metres);
        Assert.True(
            Math.Abs(end.Position.Latitude - lat2) <= 0.5e-5 && Apart(end.Position.Longitude, lon2) <= 0.5e-5 && Apart(end.Azimuth2, azimuth2) <= 0.5e-5,
            $"{name}: {end}");
    }

    [Theory]
    [MemberData(nameof(Polygons))]
    public void A_polygon_measures_what_is_published(string name, double[] coordinates, double perimeter, double error, double area)
    {
        var points = coordinates.Chunk(2).Select(c => new Position(c[0], c[1])).ToArray();
        var measure = GeodesicPolygon.Measure(points);
        Assert.True(Math.Abs(measure.PerimeterMetres - perimeter) <= error && Math.Abs(measure.AreaSquareMetres - area) <= 1, $"{name}: {measure}");
        Array.Reverse(points);
        Assert.Equal(-measure.AreaSquareMetres, GeodesicPolygon.Measure(points).AreaSquareMetres, 1);
    }

    private static double Apart(double a, double b) => Math.Abs(Math.IEEERemainder(a - b, 360));
}
