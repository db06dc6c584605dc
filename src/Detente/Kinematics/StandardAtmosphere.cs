using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>
/// U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562), up to 86 km: seven layers in which the temperature changes evenly with
/// geopotential height. Above there is none: at 86 km the air is 1/180,000 as dense as at the ground.
/// </summary>
public sealed record StandardAtmosphere : Atmosphere
{
    /// <summary>g₀ M₀ / R* in kelvin for each geopotential metre.</summary>
    private const double Hydrostatic = 9.80665 * 0.0289644 / 8.31432;

    /// <summary>R* / M₀, J/(kg K).</summary>
    private const double GasConstant = 8.31432 / 0.0289644;

    private const double RadiusOfModel = 6_356_766;

    /// <summary>Base of each layer in geopotential metres, and the change of temperature in it, K/m.</summary>
    private static readonly (double Base, double Lapse)[] Table =
        [(0, -0.0065), (11_000, 0), (20_000, 0.001), (32_000, 0.0028), (47_000, 0), (51_000, -0.0028), (71_000, -0.002)];

    private static readonly Layer[] Layers = Stacked();

    /// <inheritdoc/>
    public override double Ceiling => 86_000;

    /// <inheritdoc/>
    public override double Density(double height)
    {
        if (height > Ceiling)
        {
            return 0;
        }

        var (layer, above) = At(height);
        return layer.PressureAt(above) / (GasConstant * layer.TemperatureAt(above));
    }

    /// <inheritdoc/>
    public override double SpeedOfSound(double height)
    {
        var (layer, above) = At(Math.Min(height, Ceiling));
        return Math.Sqrt(1.4 * GasConstant * layer.TemperatureAt(above));
    }

    private static (Layer Layer, double Above) At(double height)
    {
        var geopotential = RadiusOfModel * height / (RadiusOfModel + height);
        var i = Layers.Length - 1;
        while (i > 0 && geopotential < Layers[i].Base)
        {
            i--;
        }

        return (Layers[i], geopotential - Layers[i].Base);
    }

    private static Layer[] Stacked()
    {
        var layers = new Layer[Table.Length];
        var (temperature, pressure) = (288.15, 101_325.0);
        for (var i = 0; i < Table.Length; i++)
        {
            layers[i] = new Layer(Table[i].Base, Table[i].Lapse, temperature, pressure);
            if (i + 1 < Table.Length)
            {
                var thickness = Table[i + 1].Base - Table[i].Base;
                (temperature, pressure) = (layers[i].TemperatureAt(thickness), layers[i].PressureAt(thickness));
            }
        }

        return layers;
    }

    private readonly record struct Layer(double Base, double Lapse, double Temperature, double Pressure)
    {
        public double TemperatureAt(double above) => Temperature + Lapse * above;

        public double PressureAt(double above) => Lapse == 0
            ? Pressure * Elementary.Exp(-Hydrostatic * above / Temperature)
            : Pressure * Elementary.Pow(Temperature / TemperatureAt(above), Hydrostatic / Lapse);
    }
}
