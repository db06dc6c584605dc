using Detente.Kinematics;

namespace Detente.Tests.Kinematics;

public sealed class AtmosphereTests
{
    /// <summary>U.S. Standard Atmosphere, 1976, table I: geometric height m, density kg/m³, speed of sound m/s.</summary>
    public static TheoryData<double, double, double> Published => new()
    {
        { 0, 1.2250, 340.29 },
        { 5_000, 7.3643e-1, 320.55 },
        { 11_000, 3.6480e-1, 295.15 },
        { 20_000, 8.8910e-2, 295.07 },
        { 30_000, 1.8410e-2, 301.71 },
        { 40_000, 3.9957e-3, 317.19 },
        { 50_000, 1.0269e-3, 329.80 },
        { 60_000, 3.0968e-4, 315.07 },
        { 70_000, 8.2829e-5, 297.06 },
        { 80_000, 1.8458e-5, 282.54 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_standard_is_reproduced(double height, double density, double sound)
    {
        var air = new StandardAtmosphere();
        Assert.InRange(air.Density(height) / density, 1 - 1e-4, 1 + 1e-4);
        Assert.Equal(sound, air.SpeedOfSound(height), 0.01);
    }

    [Fact]
    public void Above_its_ceiling_there_is_no_air()
    {
        Atmosphere[] all = [new StandardAtmosphere(), new ExponentialAtmosphere(), PlanarModel.Air];
        Assert.All(all, air =>
        {
            Assert.Equal(0, air.Density(air.Ceiling + 1));
            Assert.True(air.Density(air.Ceiling - 1) > 0);
            Assert.True(air.SpeedOfSound(air.Ceiling + 1) > 0);
            for (var height = 0; height < air.Ceiling - 1000; height += 500)
            {
                // The published model has a step at 19.2 km, where its two fits meet.
                Assert.True(air.Density(height) > air.Density(height + 500), $"{air} at {height}");
            }
        });
    }
}
