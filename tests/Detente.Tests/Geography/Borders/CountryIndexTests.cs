using Detente.Geography;
using Detente.Geography.Borders;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Geography.Borders;

/// <summary>The index answers as the published files do, as every territory does, and on edges by the stated rule.</summary>
public sealed class CountryIndexTests
{
    [Theory]
    [InlineData("countries-10m.geojson.gz", 544_815, true)]
    [InlineData("countries-50m.geojson.gz", 99_295, false)]
    public void It_answers_as_ray_casting_over_the_published_file(string file, int vertices, bool large)
    {
        var raw = new RawFeatures(file);
        Assert.Equal(vertices, raw.Vertices);
        var map = large ? BorderMap.Large : BorderMap.Medium;
        var random = new Random(2026);
        var corners = raw.AllRings.SelectMany(ring => ring).ToArray();
        var uniform = Enumerable.Range(0, 3000).Select(_ => Uniform(random));
        var near = Enumerable.Range(0, 3000).Select(i => Around(corners[random.Next(corners.Length)], i % 3 == 0 ? 1_000_000 : i % 3 == 1 ? 40_000 : 400, random));
        var names = map.Countries.ToDictionary(country => country.Code, country => country.Name);
        foreach (var point in uniform.Concat(near))
        {
            var published = raw.Holding(point).Select(code => names.GetValueOrDefault(code, code));
            var found = map.PieceAt(point) is { } piece ? new[] { names[piece.Holder] } : [];
            Assert.True(published.SequenceEqual(found), $"{point}: published {string.Join(", ", published)}, found {string.Join(", ", found)}");
        }
    }

    [Fact]
    public void On_edges_and_corners_too_it_answers_as_every_piece_does_and_never_with_two()
    {
        var map = BorderMap.Large;
        var random = new Random(7);
        var edges = map.Pieces.SelectMany(piece => piece.Territory.Edges).ToArray();
        for (var i = 0; i < 4000; i++)
        {
            var (a, b) = edges[random.Next(edges.Length)];
            // A corner, the middle of an edge (on it exactly where both sums are even), and their neighbours.
            var point = i % 2 == 0 ? a : new Vertex((int)(((long)a.Latitude + b.Latitude) / 2), (int)(((long)a.Longitude + b.Longitude) / 2));
            point = point with { Longitude = Math.Clamp(point.Longitude + (i / 2 % 3) - 1, -Vertex.Antimeridian, Vertex.Antimeridian) };
            var holding = Enumerable.Range(0, map.Pieces.Count).Where(j => map.Pieces[j].Territory.Contains(point)).DefaultIfEmpty(-1);
            Assert.Equal([map.Index.Find(point)], holding);
        }
    }

    [Fact]
    public void Of_triangles_that_tile_a_square_each_point_has_one()
        => Prop.ForAll(Gen.Choose(-50, 50).Two().ArrayOf(40).ToArbitrary(), points =>
        {
            // Four triangles around a point of the square; one side of it runs along ±180°.
            var (west, centre) = (-Vertex.Antimeridian, new Vertex(points[0].Item1 / 2, -Vertex.Antimeridian + 50 + points[0].Item2 / 2));
            Vertex[] square = [new(-50, west), new(-50, west + 100), new(50, west + 100), new(50, west)];
            var tiles = Enumerable.Range(0, 4).Select(i => new Territory($"{i}", [new Ring(new[] { square[i], square[(i + 1) % 4], centre })], 0)).ToList();
            var index = new CountryIndex(tiles);
            foreach (var (latitude, longitude) in points)
            {
                var point = new Vertex(latitude, west + 50 + longitude);
                var holding = Enumerable.Range(0, 4).Where(i => tiles[i].Contains(point)).DefaultIfEmpty(-1).ToList();
                Assert.Equal([index.Find(point)], holding);
                // The northern and the eastern side belong to no tile, the southern and the western do.
                Assert.Equal(latitude < 50 && longitude < 50, holding[0] >= 0);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_at_once_are_answered_as_one_by_one_and_nothing_is_allocated()
    {
        var index = BorderMap.Medium.Index;
        var random = new Random(3);
        var points = Enumerable.Range(0, 1000).Select(_ => Uniform(random)).ToArray();
        var positions = points.Select(point => new Position(point.LatitudeDegrees, point.LongitudeDegrees)).ToArray();
        var (found, again) = (new int[points.Length], new int[points.Length]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        index.Find(points, found);
        index.Find(positions, again);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(points.Select(index.Find), found);
        Assert.Equal(found, again);
    }

    [Fact]
    public void The_ends_of_the_map_are_inside_it()
    {
        var map = BorderMap.Large;
        Assert.Equal("ATA", map.PieceAt(new Vertex(-Vertex.Pole, -Vertex.Antimeridian))?.Holder);
        Assert.Equal("ATA", map.PieceAt(new Vertex(-Vertex.Pole, Vertex.Antimeridian))?.Holder);
        Assert.Null(map.PieceAt(new Vertex(Vertex.Pole, Vertex.Antimeridian)));
        Assert.Equal("RUS", map.PieceAt(Vertex.FromDegrees(67.5, 180))?.Holder);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.PieceAt(new Vertex(0, Vertex.Antimeridian + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.PieceAt(new Vertex(-Vertex.Pole - 1, 0)));
    }

    private static Vertex Uniform(Random random)
        => Vertex.FromDegrees(Math.Asin(2 * random.NextDouble() - 1) * 180 / Math.PI, random.NextDouble() * 360 - 180);

    private static Vertex Around((long X, long Y) corner, int distance, Random random) => new(
        (int)Math.Clamp(corner.Y + random.Next(-distance, distance + 1), -Vertex.Pole, Vertex.Pole),
        (int)Math.Clamp(corner.X + random.Next(-distance, distance + 1), -Vertex.Antimeridian, Vertex.Antimeridian - 1));
}
