using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>From binary to decimal, each end outward to two decimals: to the nearest an interval could lose the true value.</summary>
internal static class Outward
{
    private const decimal Steps = 100;

    /// <summary>The interval from the least to the greatest of two computed ends, each below a billion in size.</summary>
    public static Amount Of(double low, double high) => new(Down(low), Up(high));

    /// <summary>To a hundredth at or below.</summary>
    public static decimal Down(double value) => Math.Floor((decimal)value * Steps) / Steps;

    /// <summary>To a hundredth at or above.</summary>
    public static decimal Up(double value) => Math.Ceiling((decimal)value * Steps) / Steps;
}
