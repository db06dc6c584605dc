using System.Globalization;
using Detente.Kinematics;
using Detente.Quantities;

namespace Detente.Tests.Kinematics;

/// <summary>
/// Seven published flights with the figures most quoted, and what the closed form was computed to give for them apart from this code, as printed. Sources stand in
/// vectors/flights, where some rows have other figures of the same flight.
/// </summary>
internal sealed record PublishedFlight(string Name, double RangeKm, double ApogeeKm, string ClosedMinutes, string ClosedGreatestKm, Amount Minutes, string Greatest)
{
    public static readonly PublishedFlight[] All =
    [
        new("Pershing II 1986", 1770, 322, "9.7", "1815", Amount.Exactly(11), "1770 to 1930"),
        new("Hwasong-12 2017-05-14", 787, 2111.5, "27.9", "4356", Amount.Exactly(30), "about 4500"),
        new("Hwasong-12 2017-09-15", 3700, 770, "16.9", "3700", Amount.Exactly(19), "–"),
        new("Hwasong-14 2017-07-04", 933, 2802, "34.4", "5865", Amount.Exactly(37), "over 6000"),
        new("Hwasong-14 2017-07-28", 998, 3725, "43.1", "8022", Amount.Exactly(47.2m), "10000 to 11000"),
        new("Hwasong-15 2017-11-29", 950, 4475, "50.3", "9983", new Amount(53, 54), "over 13000"),
        new("Hwasong-17 2022-11-18", 999, 6041, "65.8", "16024", Amount.Exactly(68.9m), "over 15000"),
    ];

    /// <summary>Distances between places in whole kilometres, with minutes and apogee of least speed as printed elsewhere.</summary>
    public static readonly (string Name, double Km, string Minutes, string ApogeeKm)[] Places =
    [
        ("San Diego de los Baños – Washington", 1905, "11.4", "439"),
        ("Sagua la Grande – Washington", 1813, "11.0", "420"),
        ("Guanajay – Washington", 1856, "11.2", "429"),
        ("Guanajay – Omaha", 2383, "13.0", "537"),
        ("Çiğli – Moscow", 2073, "11.9", "474"),
        ("Gioia del Colle – Moscow", 2249, "12.5", "510"),
        ("Mutlangen – Moscow", 2028, "11.8", "465"),
        ("Mutlangen – Minsk", 1353, "9.3", "320"),
        ("Mutlangen – Kyiv", 1499, "9.9", "352"),
    ];

    public ObservedFlight Observed => new(Amount.Exactly((decimal)RangeKm), Amount.Exactly((decimal)ApogeeKm), Minutes);

    /// <summary>The least and the most of the published greatest range; empty of both where none is published.</summary>
    public IEnumerable<decimal> GreatestKm => Greatest.Split(' ').Where(word => word.All(char.IsAsciiDigit))
        .Select(word => decimal.Parse(word, CultureInfo.InvariantCulture));
}
