namespace Detente.Geography.Borders;

/// <summary>A named city: where its centre is, and how far from there a place "in" it may be.</summary>
/// <param name="Name">As the source spells it.</param>
/// <param name="Country">Code of the country the source files it under; on a map it may lie in land another holds (Crimea).</param>
/// <param name="Region">The source's code of the first-order region, such as <c>MO</c>; may be empty.</param>
/// <param name="IsCapital">Whether the source classes it as capital of that country or dependency.</param>
/// <param name="Population">Inhabitants; 0 where the source does not tell.</param>
/// <param name="Point">The centre, with its error.</param>
public sealed record City(string Name, string Country, string Region, bool IsCapital, int Population, GeoPoint Point)
{
    /// <summary>
    /// How far from the centre the built-up land of a city may reach, kilometres: the radius of a circle that holds its
    /// inhabitants at 2,000 to the square kilometre, sparser than nearly all cities, rounded up to a step.
    /// </summary>
    public static decimal ErrorKmOf(int population) => population switch
    {
        <= 150_000 => 5,
        <= 600_000 => 10,
        <= 2_500_000 => 20,
        <= 10_000_000 => 40,
        _ => 60,
    };
}
