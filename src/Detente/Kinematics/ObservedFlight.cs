using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>A ballistic flight as it was observed or reported. What is not known of it is null.</summary>
/// <param name="RangeKm">From launch to the end of the flight, on the ground.</param>
/// <param name="ApogeeKm">Greatest height.</param>
/// <param name="Minutes">From launch to the end.</param>
public sealed record ObservedFlight(Amount RangeKm, Amount? ApogeeKm = null, Amount? Minutes = null)
{
    /// <summary>
    /// How much more speed than on a high path a missile may have on the path of least speed, as a part. A high path is climbed steeply, and
    /// gravity takes the more speed the longer a missile climbs steeply under power.
    /// </summary>
    /// <remarks>
    /// docs/kinematics.md derives it, and compares it with the published greatest ranges of seven flights, which need at most 8 %. A lighter payload is
    /// not in it, nor a missile that did not burn all its fuel.
    /// </remarks>
    public const double SpeedGain = 0.10;

    /// <summary>
    /// How much less speed it may have there, as a part: a flatter climb stays longer in the air. It outweighs gravity for missiles of a few hundred kilometres
    /// only; the presets in docs/kinematics.md show 2 %.
    /// </summary>
    public const double SpeedLoss = 0.025;

    /// <summary>The time a flight with this range and apogee takes, with its parts; null where either has no upper end.</summary>
    public FlightTimeBounds? Time()
    {
        if (Box.Of(this) is not { } box)
        {
            return null;
        }

        // Longer with range and with apogee both.
        var shortest = BallisticArc.Through(box.NearKm, box.LowKm).Seconds / 60;
        var longest = BallisticArc.Through(box.FarKm, box.HighKm).Seconds / 60;
        return FlightTimeBounds.Sum(
            RangeKm,
            new TimePart("free flight with this range and apogee", Outward.Of(shortest, longest), "closed form over a round, still Earth without air"),
            new TimePart(
                "the Earth turns and is not round",
                Outward.Of(-shortest * ClosedFormError.OfTime(box.NearKm), longest * ClosedFormError.OfTime(box.FarKm)),
                "bound measured by integration"),
            new TimePart("climb under power", ClosedFormError.PoweredPhase, "bound measured by integration, and against published flights"),
            new TimePart("air on the way down", ClosedFormError.Descent, "bound measured by integration"));
    }

    /// <summary>
    /// Whether the reported time fits range and apogee. False: the three figures do not reconcile. Unknown: one of them is not known, or only a part of the
    /// reported interval fits.
    /// </summary>
    public Truth Reconciles() => Minutes is { } minutes && Time() is { } time ? minutes.Within(time.Minutes) : Truth.Unknown;

    /// <summary>What the flight says of the greatest range of the missile.</summary>
    public ImpliedRange Implies()
    {
        var tested = new Amount(Math.Max(0, RangeKm.Low ?? 0), null, RangeKm.LowOpen);
        if (Box.Of(this) is not { } box)
        {
            return new ImpliedRange(tested, null, null, tested, ["tested: the range of this flight", "no upper end: without an apogee the speed is not known"]);
        }

        var (slowest, fastest) = (box.LeastSpeed(), box.GreatestSpeed());
        var turning = ClosedFormError.OfSpeed(box.FarKm);
        var most = MinimumEnergy.GreatestRangeKm(fastest * (1 + SpeedGain + turning));
        return new ImpliedRange(
            tested,
            Outward.Of(MinimumEnergy.GreatestRangeKm(slowest), MinimumEnergy.GreatestRangeKm(fastest)),
            box.IsHigh() ? Outward.Down(MinimumEnergy.GreatestRangeKm(slowest * (1 - SpeedLoss - turning))) : null,
            tested with { High = most < StillEarth.FarthestKm ? Outward.Up(most) : null },
            [
                "tested: the range of this flight",
                "equal speed: closed form over a round, still Earth without air, from range and apogee",
                "lower bound: that speed less a fortieth, for air on a flatter climb, and less what the turning Earth may have given",
                "upper end: that speed and a tenth more, for what a steep climb under power costs, and what the turning Earth may have taken",
            ]);
    }

    /// <summary>The range and the apogee of a flight, from the least to the most each can be.</summary>
    private readonly record struct Box(double NearKm, double FarKm, double LowKm, double HighKm)
    {
        public static Box? Of(ObservedFlight flight)
            => flight is { RangeKm: { IsEmpty: false, High: >= 0 and { } far }, ApogeeKm: { IsEmpty: false, High: >= 0 and { } high } apogee }
                ? new Box(
                    OnEarth(flight.RangeKm.Low ?? 0),
                    OnEarth(far),
                    Math.Max(0, (double)(apogee.Low ?? 0)),
                    (double)high)
                : null;

        /// <summary>At the nearest range, and at the apogee nearest to that of the path of least speed.</summary>
        public double LeastSpeed()
            => BallisticArc.Through(NearKm, Math.Clamp(MinimumEnergy.ApogeeKm(NearKm), LowKm, HighKm)).SpeedKmPerSecond;

        /// <summary>At the farthest range, and at either end of the apogee.</summary>
        public double GreatestSpeed()
            => Math.Max(BallisticArc.Through(FarKm, LowKm).SpeedKmPerSecond, BallisticArc.Through(FarKm, HighKm).SpeedKmPerSecond);

        /// <summary>Whether the path was surely above that of least speed.</summary>
        public bool IsHigh()
        {
            const double Quarter = StillEarth.FarthestKm / 2;
            return LowKm > (NearKm <= Quarter && Quarter <= FarKm
                ? MinimumEnergy.ApogeeKm(Quarter)
                : Math.Max(MinimumEnergy.ApogeeKm(NearKm), MinimumEnergy.ApogeeKm(FarKm)));
        }

        private static double OnEarth(decimal km) => Math.Clamp((double)km, 0, StillEarth.FarthestKm);
    }
}
