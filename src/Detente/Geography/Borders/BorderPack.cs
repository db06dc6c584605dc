namespace Detente.Geography.Borders;

/// <summary>
/// Reads a border map out of its packed form. The form is described at the head of tools/Detente.Borders/BorderPackWriter.cs.
/// </summary>
internal static class BorderPack
{
    /// <summary>The first eight bytes; the last of them is the version.</summary>
    public static ReadOnlySpan<byte> Magic => "DTBORDR1"u8;

    /// <summary>A map, whole.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a pack, or were damaged.</exception>
    public static BorderMap Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var pack = PackReader.Open(copy.ToArray(), Magic);
        var about = new BorderSource(pack.Text(), pack.Text(), pack.Text(), pack.Text(), pack.Number());
        var body = pack.Unpack();
        try
        {
            return ReadBody(body, about);
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"The pack does not describe a map: {fault.Message}", fault);
        }
    }

    private static BorderMap ReadBody(PackReader body, BorderSource about)
    {
        var latitudes = Ascending(body);
        var longitudes = Ascending(body);
        var arcs = Arcs(body, latitudes, longitudes);
        var areas = body.List(() => new DisputedArea(body.Text(), body.Text(), body.Text(), body.List(body.Text), body.Text()));
        var countries = body.List(() => new Country(body.Text(), OrNull(body.Text()), OrNull(body.Text()), body.Text(), body.List(body.Text)));
        var pieces = body.List(() => ReadPiece(body, countries, areas, arcs, about));
        body.End();
        return new BorderMap(about, pieces, countries, areas);
    }

    private static Piece ReadPiece(PackReader body, List<Country> countries, List<DisputedArea> areas, Vertex[][] arcs, BorderSource about)
    {
        var holder = countries[body.Index(countries.Count)];
        var area = body.Index(areas.Count + 1);
        var name = body.Text();
        var rings = body.List(() => ReadRing(body, arcs));
        return new Piece(name, holder.Code, area == 0 ? null : areas[area - 1].Name, new Territory(name, rings, about.BorderErrorMetres));
    }

    private static Ring ReadRing(PackReader body, Vertex[][] arcs)
    {
        var references = body.List(() => body.Index(2 * arcs.Length));
        var vertices = new Vertex[references.Sum(reference => arcs[reference / 2].Length - 1)];
        var at = 0;
        foreach (var reference in references)
        {
            var arc = arcs[reference / 2];
            for (var i = 0; i < arc.Length - 1; i++)
            {
                vertices[at++] = reference % 2 == 0 ? arc[i] : arc[arc.Length - 1 - i];
            }
        }

        return new Ring(vertices);
    }

    private static Vertex[][] Arcs(PackReader body, int[] latitudes, int[] longitudes)
    {
        var arcs = new Vertex[body.Count()][];
        var all = 0;
        for (var i = 0; i < arcs.Length; i++)
        {
            var between = body.Count();
            all = body.AtMostLeft(all + between + 2);
            arcs[i] = new Vertex[between + 2];
        }

        // A first vertex is told from the first of the arc before, every other from the one before it.
        var first = 0;
        foreach (var arc in arcs)
        {
            for (var (i, at) = (0, first); i < arc.Length; i++)
            {
                at += body.Difference();
                first = i == 0 ? at : first;
                arc[i] = new Vertex(latitudes[body.Within(at, latitudes.Length)], 0);
            }
        }

        first = 0;
        foreach (var arc in arcs)
        {
            for (var (i, at) = (0, first); i < arc.Length; i++)
            {
                at += body.Difference();
                first = i == 0 ? at : first;
                arc[i] = arc[i] with { Longitude = longitudes[body.Within(at, longitudes.Length)] };
            }
        }

        return arcs;
    }

    private static int[] Ascending(PackReader body)
    {
        var values = new int[body.Count()];
        var last = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = last += body.Difference();
        }

        return values;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
